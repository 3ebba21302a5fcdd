import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { seriousFaults, wear } from './axe';
import { accepted, HEAD, LIFT, RACK } from '../fixtures/rack-and-lift';
import { diffOf, snapshot } from './vault-diff';
import {
  atRest,
  closeStage,
  openWorkbench,
  pass,
  saveTyping,
  type OpenWorkbench,
  type WorkbenchOptions,
} from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);
afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

interface Cursor {
  readonly line: number;
  readonly ch: number;
}
interface App {
  readonly workspace: {
    readonly activeEditor: {
      readonly editor: {
        focus(): void;
        getValue(): string;
        getCursor(): Cursor;
        setCursor(at: Cursor): void;
        replaceRange(text: string, at: Cursor, to: Cursor, origin: string): void;
      };
    };
    getMostRecentLeaf(): {
      getViewState(): { state: Record<string, unknown> };
      setViewState(state: object): Promise<void>;
    };
  };
  readonly plugins: { unload(id: string): Promise<void> };
}

async function start(
  files: Readonly<Record<string, string>>,
  open: string,
  options: WorkbenchOptions = {},
): Promise<void> {
  workbench = await openWorkbench({ files, ...options });
  await workbench.open(open);
}

/** Shows the open note so. */
async function show(mode: 'preview' | 'live' | 'source'): Promise<void> {
  await workbench.page.evaluate(async (name) => {
    const leaf = (window.workbench.app as App).workspace.getMostRecentLeaf();
    const view = leaf.getViewState();
    await leaf.setViewState({
      ...view,
      state: { ...view.state, mode: name === 'preview' ? 'preview' : 'source', source: name === 'source' },
    });
  }, mode);
}

/** Types a text into the open note, as the user's typing that is not saved yet, and leaves the cursor behind it. */
const type = (line: number, ch: number, text: string) =>
  workbench.page.evaluate(
    ([words, at]) => {
      const { editor } = (window.workbench.app as App).workspace.activeEditor;
      editor.focus();
      editor.replaceRange(words, at, at, 'input.type');
      editor.setCursor({ line: at.line, ch: at.ch + words.length });
    },
    [text, { line, ch }] as const,
  );
const editor = () =>
  workbench.page.evaluate(() => {
    const { editor: open } = (window.workbench.app as App).workspace.activeEditor;
    return { text: open.getValue(), cursor: open.getCursor() };
  });
const live = () => workbench.page.locator('.markdown-source-view');
const reading = () => workbench.page.locator('.markdown-preview-view');
const buttons = (name: RegExp | string) => workbench.page.getByRole('button', { name });
const told = (words: string | RegExp) => workbench.page.locator('.notice').filter({ hasText: words }).waitFor();

test('in Live Preview: decides a line with its copies elsewhere, in a note with unsaved typing, and keeps typing, cursor and scroll', async () => {
  const filler = Array.from({ length: 60 }, (_, index) => `Line ${index}.`).join('\n\n');
  await start(
    {
      'Call.md': `${HEAD}${LIFT}\n\n${RACK}\n\n\`\`\`\n- [?] In a fence. #proposed\n\`\`\`\n%%\n- [?] In a comment. #proposed\n%%\n- [?] Later. 🛫 2026-12-24 #proposed\n- [x] Done. #task\n\n${filler}\n`,
      'Tasks inbox.md': `- [?] Send the rack layout to Ilse. @Myself #task #proposed\n`,
      'Archive.md': `${HEAD.replace('2026-11-10', '2026-11-03')}${RACK.replace('[?]', '[-]')} ❌ 2026-11-04\n`,
    },
    'Call.md',
  );
  const { page } = workbench;
  const line = live().locator('.cm-line').filter({ hasText: 'rack layout' });
  await line.getByText('1 copy').waitFor();
  await line.getByText('dismissed 4 Nov').waitFor();
  expect(await live().locator('.account-actions-line').count()).toBe(2);
  expect(
    await live()
      .getByRole('button')
      .evaluateAll((all) => all.map((el) => el.getAttribute('aria-label')).filter((label) => label?.includes(': '))),
  ).toEqual([
    'Accept: Book the freight lift.',
    'Dismiss: Book the freight lift.',
    'Mark done: Book the freight lift.',
    'Accept: Send the rack layout to Ilse.',
    'Dismiss: Send the rack layout to Ilse.',
    'Mark done: Send the rack layout to Ilse.',
  ]);
  const before = await snapshot(workbench);
  await type(9, LIFT.length, ' and a word');
  const scrolled = await page.evaluate(() => {
    const scroller = document.querySelector('.cm-scroller')!;
    scroller.scrollTop = 60;
    return scroller.scrollTop;
  });
  const cursor = (await editor()).cursor;
  const accept = buttons('Accept: Send the rack layout to Ilse.');
  // Two presses in one moment are one decision.
  await accept.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await told('Accepted 1 task with 1 copy.');
  expect(await page.locator('.notice').count()).toBe(1);
  expect(await accept.count()).toBe(0);
  expect(await editor()).toEqual({
    text: before['Call.md']!.replace(LIFT, `${LIFT} and a word`).replace(RACK, accepted(RACK)),
    cursor,
  });
  expect(
    await page.evaluate(() => [
      document.querySelector('.cm-scroller')!.scrollTop,
      document.activeElement?.className.includes('cm-content'),
    ]),
  ).toEqual([scrolled, true]);
  await saveTyping(workbench);
  expect(diffOf(before, await snapshot(workbench))).toEqual([
    { path: 'Call.md', line: 10, before: `${LIFT}\n`, after: `${LIFT} and a word\n` },
    { path: 'Call.md', line: 12, before: `${RACK}\n`, after: `${accepted(RACK)}\n` },
    {
      path: 'Tasks inbox.md',
      line: 1,
      before: '- [?] Send the rack layout to Ilse. @Myself #task #proposed\n',
      after: '- [-] Send the rack layout to Ilse. @Myself #task #copy ❌ 2026-11-22\n',
    },
  ]);
});

test('a press with the mouse leaves the cursor where it is; of two equal lines the pressed one is decided; a line typed a moment ago, too', async () => {
  await start({ 'Call.md': `${HEAD}${RACK}\n\n## Follow-ups\n\n${RACK}\n\n${LIFT}\n` }, 'Call.md');
  const dismiss = buttons('Dismiss: Send the rack layout to Ilse.');
  await dismiss.nth(1).waitFor();
  await type(7, 0, '');
  const before = await snapshot(workbench);
  await dismiss.nth(1).click();
  await told(/^Dismissed/);
  expect((await editor()).cursor).toEqual({ line: 7, ch: 0 });
  await saveTyping(workbench);
  const written = diffOf(before, await snapshot(workbench));
  expect(written.filter(({ after }) => after?.includes('#copy') !== true)).toEqual([
    {
      path: 'Call.md',
      line: 14,
      before: `${RACK}\n`,
      after: `${RACK.replace('[?]', '[-]').replace(' #proposed', '')} ❌ 2026-11-22\n`,
    },
  ]);
  const typed = '- [?] Typed just now. #proposed';
  await pass(workbench, 1000);
  await type(15, LIFT.length, `\n${typed}`);
  await buttons('Mark done: Typed just now.').click();
  await told('Marked 1 task done.');
  expect((await editor()).text).toContain(
    `${LIFT}\n${typed.replace('[?]', '[x]').replace(' #proposed', '')} ✅ 2026-11-22\n`,
  );
});

test('in reading view: by keyboard alone, loose and nested items, and what changed meanwhile is told and not written', async () => {
  const note = `${HEAD}${RACK}\n  - a child line\n  - [?] Ask Ilse for the keys. #proposed\n- [ ] Open. #task\n- [x] Done. #task\n\nWords.\n\n- [?] First, alone. #proposed\n\n- [?] Second, alone. #proposed\n\n![[Other]]\n`;
  await start({ 'Call.md': note, 'Other.md': `${HEAD}${LIFT}\n` }, 'Call.md');
  const { page } = workbench;
  await show('preview');
  await buttons('Accept: Second, alone.').waitFor();
  expect(await buttons(/^Accept: /).evaluateAll((all) => all.map((el) => el.getAttribute('aria-label')))).toEqual([
    'Accept: Send the rack layout to Ilse.',
    'Accept: Ask Ilse for the keys.',
    'Accept: First, alone.',
    'Accept: Second, alone.',
  ]);
  for (const theme of ['dark', 'light'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page, '.account-actions-line')).toEqual([]);
  }
  const before = await snapshot(workbench);
  await buttons('Mark done: Send the rack layout to Ilse.').focus();
  // Obsidian's own box of the next item comes first, and its tag.
  for (let turn = 0; turn < 3; turn++) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Accept: Ask Ilse for the keys.',
  );
  await page.keyboard.press('Enter');
  await told('Accepted 1 task.');
  expect(diffOf(before, await snapshot(workbench))).toEqual([
    {
      path: 'Call.md',
      line: 12,
      before: '  - [?] Ask Ilse for the keys. #proposed\n',
      after: '  - [ ] Ask Ilse for the keys.\n',
    },
  ]);
  // The list was drawn anew: the keyboard goes on with the next line.
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Accept: First, alone.');
  await page.evaluate(
    async (text) => {
      const writing = window.workbench.write('Call.md', text);
      document.querySelector<HTMLElement>('.markdown-preview-view [aria-label="Dismiss: Second, alone."]')!.click();
      await writing;
    },
    note.replace('Second, alone.', 'Second, retyped.'),
  );
  await told(/Couldn't|Nothing changed/);
  expect(await workbench.read('Call.md')).toBe(note.replace('Second, alone.', 'Second, retyped.'));
  await buttons('Dismiss: Second, retyped.').waitFor();
});

test('hostile lines come out as labels, and a line nobody wrote by hand has no buttons', async () => {
  const hostile = [
    '<img src=x onerror="window.harmed = 1"> `$= window.harmed = 2` ![[Other]] [pay](javascript:window.harmed=3) <script>window.harmed = 4</script>',
    'Pay \u202egnihton\u202c now\u200b {{title}} <% tp.x %> %%hidden%% [[Other|"><b onclick=x>]]',
    `${'Long words '.repeat(600)}end.`,
  ];
  await start(
    {
      'Call.md': `${HEAD}${hostile.map((text) => `- [?] ${text} #proposed`).join('\n')}\n- [?] ${'x'.repeat(100_000)} #proposed\n`,
      'Other.md': '# Other\n',
    },
    'Call.md',
  );
  const { page } = workbench;
  for (const mode of ['live', 'preview'] as const) {
    await show(mode);
    const view = mode === 'live' ? live() : reading();
    await view.locator('.account-actions-line').first().waitFor();
    const labels = await view
      .locator('.account-actions-line')
      .evaluateAll((all) => all.map((el) => el.querySelector('[data-decision=accept]')!.getAttribute('aria-label')!));
    if (mode === 'preview') expect(labels).toHaveLength(3);
    expect(labels[0]).toBe(`Accept: ${hostile[0]!.slice(0, 160)}`);
    for (const label of labels) {
      expect(label.length).toBeLessThan(260);
      expect(label).not.toMatch(/[\u202e\u202c\u200b]/);
    }
    if (mode === 'preview') expect(labels[1]).toContain('Pay [U+202E]gnihton[U+202C] now[U+200B] {{title}} <% tp.x %>');
    expect(
      await view
        .locator('.account-actions-line')
        .evaluateAll((all) =>
          all.map(
            (el) =>
              [...el.querySelectorAll('*')].filter(
                ({ tagName }) => !/^(?:button|span|svg|path|line|polyline)$/i.test(tagName),
              ).length,
          ),
        ),
    ).toEqual(labels.map(() => 0));
    expect(await page.evaluate(() => (window as unknown as { harmed?: number }).harmed)).toBeUndefined();
  }
});

test('there are none in source mode, in sources, in folders left out, nor where a setting says so', async () => {
  await start(
    {
      'Call.md': `${HEAD.replace('tags:', 'source_ref: "Sources/Call source.md"\ntags:')}${RACK}\n- [ ] Also proposed. #proposed\n`,
      'Sources/Call source.md': `${RACK}\n`,
      '_archive/Old.md': `${HEAD}${LIFT}\n`,
      'Inbox.md': `- [?] Call the carrier. #proposed\n`,
    },
    'Call.md',
  );
  const { page } = workbench;
  const set = (name: string) =>
    page.locator('.setting-item').filter({ hasText: name }).locator('.checkbox-container').click();
  await buttons('Accept: Also proposed.').waitFor();
  await show('source');
  expect(await page.locator('.account-actions-line').count()).toBe(0);
  await show('live');
  await buttons('Accept: Also proposed.').waitFor();
  for (const [path, words] of [
    ['Sources/Call source.md', 'Send the rack layout'],
    ['_archive/Old.md', 'Book the freight lift'],
  ] as const) {
    await workbench.open(path);
    await live().getByText(words).waitFor();
    await atRest(page);
    expect(await page.locator('.account-actions-line').count()).toBe(0);
  }
  await workbench.open('Inbox.md');
  await buttons('Accept: Call the carrier.').waitFor();
  await page.evaluate(
    () =>
      void (window.workbench.app as { setting: { openTabById(id: string): void } }).setting.openTabById(
        'account-actions',
      ),
  );
  await set('Proposed tasks in other notes');
  await page.waitForFunction(() => document.querySelector('.account-actions-line') === null);
  await set('Proposed tasks in other notes');
  await buttons('Accept: Call the carrier.').waitFor({ state: 'attached' });
  await set('Buttons on proposed tasks');
  await page.waitForFunction(() => document.querySelector('.account-actions-line') === null);
  await page.keyboard.press('Escape');
  await workbench.open('Call.md');
  await show('preview');
  await reading().getByText('Also proposed.').waitFor();
  expect(await page.locator('.account-actions-line').count()).toBe(0);
});

test('on a phone: always seen, and large enough for a thumb', async () => {
  await start({ 'Call.md': `${HEAD}${RACK}\n- [?] ${'A long line of words '.repeat(12)} #proposed\n` }, 'Call.md', {
    query: '?mobile',
    width: 390,
    height: 780,
  });
  for (const mode of ['live', 'preview'] as const) {
    await show(mode);
    const view = mode === 'live' ? live() : reading();
    await view.locator('.account-actions-line').nth(1).waitFor();
    const boxes = await view
      .locator('.account-actions-line > button')
      .evaluateAll((all) =>
        all
          .map((el) => el.getBoundingClientRect())
          .map(({ width, height, right, left }) => width >= 44 && height >= 44 && left >= 0 && right <= innerWidth),
      );
    expect(boxes).toEqual(Array.from({ length: 6 }, () => true));
  }
  await buttons('Accept: Send the rack layout to Ilse.').click();
  await told('Accepted 1 task.');
  expect(await workbench.read('Call.md')).toContain(accepted(RACK));
});

test('a note of a megabyte: buttons on what is seen alone, which follow when the typing rests', async () => {
  const many = Array.from({ length: 9000 }, (_, index) =>
    index % 30 === 0
      ? `- [?] Send layout ${index} to Ilse. @Myself #task #proposed`
      : `Words of line ${index}, which say nothing of tasks: ${'and so on, '.repeat(6)}and on.`,
  ).join('\n');
  await start({ 'Call.md': `${HEAD}${many}\n` }, 'Call.md');
  const { page } = workbench;
  await live().locator('.account-actions-line').first().waitFor({ timeout: 60_000 });
  expect(await live().locator('.account-actions-line').count()).toBeLessThan(120);
  // Each key is one task of the page; what is seen of the line follows when the typing rests.
  const atOnce = await page.evaluate(() => {
    const { editor: open } = (window.workbench.app as App).workspace.activeEditor;
    for (let turn = 0; turn < 20; turn++) open.replaceRange('x', { line: 9, ch: 8 }, { line: 9, ch: 8 }, 'input.type');
    return document.querySelectorAll('[aria-label="Accept: Send layout 0 to Ilse."]').length;
  });
  expect(atOnce).toBe(1);
  await buttons(/^Accept: Sexxx/).waitFor();
});
