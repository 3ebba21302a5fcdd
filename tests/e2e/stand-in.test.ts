import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type OpenWorkbench, closeStage, openWorkbench, typeInEditor } from './workbench';

// What the stand-in imitates and only a browser can show: what is laid out, scrolled, and in windows of its own.
jest.setTimeout(120_000);

let workbench: OpenWorkbench;

const filler = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Paragraph ${at} of a long note.\n`).join('\n');
const BLOCK = '```probe\none\n```\n';

/** How many blocks of the language `probe` were drawn so far, and how many live. */
const counts = (): Promise<{ drawn: number; alive: number }> =>
  workbench.page.evaluate(() => (window as unknown as { probe: { drawn: number; alive: number } }).probe);
const settled = async (wanted: { drawn: number; alive: number }): Promise<void> => {
  await workbench.page
    .waitForFunction(({ drawn, alive }) => {
      const { probe } = window as unknown as { probe: { drawn: number; alive: number } };
      return probe.drawn === drawn && probe.alive === alive;
    }, wanted)
    .catch(() => undefined);
  expect(await counts()).toEqual(wanted);
};

/** Shows a note, to read or to write, with the counts at nothing. */
async function show(path: string, mode?: 'preview' | 'source'): Promise<void> {
  await workbench.page.evaluate(
    async ([name, how]) => {
      interface Leaf {
        setViewState(state: object): Promise<void>;
        detach(): void;
      }
      const { workspace } = window.workbench.app as {
        workspace: { activeLeaf: Leaf | null; getLeaf(how: string): Leaf };
      };
      workspace.activeLeaf?.detach();
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      Object.assign(window, { probe: { drawn: 0, alive: 0 } });
      if (how === undefined) await window.workbench.open(name);
      else
        await workspace
          .getLeaf('tab')
          .setViewState({ type: 'markdown', state: { file: name, mode: how }, active: true });
    },
    [path, mode] as const,
  );
}

const scrollTo = (selector: string, top: number): Promise<void> =>
  workbench.page.locator(selector).evaluate((el, at) => {
    el.scrollTop = at;
  }, top);

beforeAll(async () => {
  workbench = await openWorkbench({
    files: {
      'Long.md': `Before.\n\n${BLOCK}\n${filler(400)}`,
      'Other.md': 'Nothing.\n',
      'Map.canvas': JSON.stringify({
        nodes: [
          { id: 'near', type: 'text', text: `## Near\n\n${BLOCK}`, x: 0, y: 0, width: 400, height: 300 },
          { id: 'far', type: 'text', text: BLOCK, x: 0, y: 6000, width: 400, height: 300 },
        ],
      }),
    },
  });
  await workbench.page.evaluate(() => {
    interface Context {
      addChild(child: object): void;
    }
    type Draw = (source: string, el: HTMLElement, ctx: Context) => void;
    const { markdownProcessors } = window.workbench.app as {
      markdownProcessors: { addCodeBlock(language: string, draw: Draw): void };
    };
    markdownProcessors.addCodeBlock('probe', (source, el, ctx) => {
      const { probe } = window as unknown as { probe: { drawn: number; alive: number } };
      probe.drawn += 1;
      el.textContent = `drawn ${source}`;
      ctx.addChild({
        load() {
          probe.alive += 1;
        },
        unload() {
          probe.alive -= 1;
        },
      });
    });
  });
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
  await closeStage();
});

test('reading view drops a block that is far away, and draws it anew when it comes near, with everything where it was', async () => {
  const view = '.markdown-preview-view';
  await show('Long.md', 'preview');
  // The editor behind it draws the block, too, and keeps it.
  await settled({ drawn: 2, alive: 2 });
  const height = (): Promise<number> => workbench.page.locator(view).evaluate((el) => el.scrollHeight);
  await workbench.page.locator('.markdown-preview-far').first().waitFor({ state: 'attached' });
  const before = await height();
  const first = await workbench.page.locator(`${view} .block-language-probe`).elementHandle();
  await scrollTo(view, 12_000);
  await settled({ drawn: 2, alive: 1 });
  expect(Math.abs((await height()) - before)).toBeLessThan(2);
  await scrollTo(view, 0);
  await settled({ drawn: 3, alive: 2 });
  expect(await workbench.page.locator(`${view} .block-language-probe`).innerText()).toBe('drawn one');
  expect(await first.evaluate((el) => el.isConnected)).toBe(false);
});

test('live preview unloads a block that is scrolled away', async () => {
  await show('Long.md', 'source');
  await settled({ drawn: 1, alive: 1 });
  await scrollTo('.cm-scroller', 8_000);
  await settled({ drawn: 1, alive: 0 });
  await scrollTo('.cm-scroller', 0);
  await settled({ drawn: 2, alive: 1 });
});

test('a leaf goes to a window of its own with its view, and is closed with it', async () => {
  const { page } = workbench;
  await show('Other.md', 'source');
  await page.evaluate(() => {
    interface Leaf {
      containerEl: HTMLElement;
      view: { contentEl: HTMLElement; editor: { cm: { root: unknown } } };
    }
    const { workspace } = window.workbench.app as {
      workspace: {
        activeLeaf: Leaf;
        moveLeafToPopout(leaf: Leaf): void;
        on(name: string, callback: (part: unknown, win: Window) => void): void;
      };
    };
    const told: string[] = [];
    for (const name of ['window-open', 'window-close'])
      workspace.on(name, (_part, win) => {
        told.push(`${name} ${win === window}`);
      });
    workspace.activeLeaf.view.contentEl.onWindowMigrated((win) => {
      told.push(`migrated ${win === window}`);
    });
    Object.assign(window, { told, moved: workspace.activeLeaf });
    window.addEventListener('message', () => workspace.moveLeafToPopout(workspace.activeLeaf), { once: true });
  });
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.evaluate(() => {
      window.postMessage('move', '*');
    }),
  ]);
  await popup.locator('.cm-content').waitFor();
  const state = (): Promise<unknown> =>
    page.evaluate(() => {
      const { told, moved } = window as unknown as {
        told: string[];
        moved: { containerEl: HTMLElement; view: { editor: { cm: { root: unknown } } } };
      };
      const { doc, win } = moved.containerEl;
      return {
        told,
        own: win !== window,
        active: activeWindow === win && activeDocument === doc,
        editor: moved.view.editor.cm.root === doc,
        made: doc.body.createDiv().instanceOf(HTMLElement),
      };
    });
  expect(await state()).toEqual({
    told: ['window-open false', 'migrated false'],
    own: true,
    active: true,
    editor: true,
    made: true,
  });
  await popup.locator('.cm-content').click();
  await popup.keyboard.press('Control+End');
  await typeInEditor(popup, 'More.');
  expect(await popup.locator('.cm-content').innerText()).toContain('More.');
  expect(
    await popup
      .locator('.cm-line')
      .first()
      .evaluate((el) => getComputedStyle(el).fontFamily),
  ).toBe(
    await page.evaluate(() => {
      const probe = document.body.createDiv({ attr: { style: 'font-family: var(--font-text)' } });
      const { fontFamily } = getComputedStyle(probe);
      probe.remove();
      return fontFamily;
    }),
  );
  await popup.close({ runBeforeUnload: true });
  await page.waitForFunction(() => (window as unknown as { told: string[] }).told.length === 3);
  const after = await page.evaluate(() => {
    const { workspace } = window.workbench.app as { workspace: { getLeavesOfType(type: string): unknown[] } };
    return {
      last: (window as unknown as { told: string[] }).told[2],
      leaves: workspace.getLeavesOfType('markdown').length,
      back: activeWindow === window,
    };
  });
  expect(after).toEqual({ last: 'window-close false', leaves: 0, back: true });
  expect(await workbench.read('Other.md')).toContain('More.');
});

test('a canvas draws the cards that are near, and empties those that are not', async () => {
  await show('Map.canvas');
  await settled({ drawn: 2, alive: 1 });
  const box = await workbench.page.locator('.canvas-node[data-id="near"]').boundingBox();
  expect(box).toMatchObject({ width: 400, height: 300 });
  expect(await workbench.page.locator('.canvas-node[data-id="near"] h2').innerText()).toBe('Near');
  await scrollTo('.canvas-wrapper', 6000);
  await settled({ drawn: 3, alive: 1 });
});
