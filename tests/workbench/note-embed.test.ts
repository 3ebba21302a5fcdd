import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Component, MarkdownRenderChild, MarkdownRenderer, MarkdownView } from '../../scripts/workbench/obsidian';
import { type App, createApp } from '../../scripts/workbench/obsidian/app/app';
import { installVirtualTime, type VirtualTime } from '../host/virtual-time';

/** What a block of the language `probe` in a note was given, and how many of them live. */
interface Probe {
  readonly seen: { readonly source: string; readonly sourcePath: string; readonly info: unknown }[];
  alive: number;
}

let time: VirtualTime;
beforeEach(() => {
  time = installVirtualTime();
});
afterEach(() => time.end());
/** Lets all come that is to, however busy the machine is. */
const settled = (): Promise<void> => time.advance(200);

function start(files: Record<string, string>): { app: App; probe: Probe } {
  const app = createApp({ files });
  const probe: Probe = { seen: [], alive: 0 };
  app.markdownProcessors.addCodeBlock('probe', (source, el, ctx) => {
    probe.seen.push({ source, sourcePath: ctx.sourcePath, info: ctx.getSectionInfo(el) });
    const child = new MarkdownRenderChild(el);
    child.onload = () => {
      probe.alive += 1;
    };
    child.onunload = () => {
      probe.alive -= 1;
    };
    ctx.addChild(child);
    el.setText(`drawn ${source}`);
  });
  app.start();
  document.body.replaceChildren(app.workspace.containerEl);
  return { app, probe };
}

async function open(app: App, mode: 'preview' | 'source', path = 'Note.md'): Promise<MarkdownView> {
  await app.workspace.openLinkText(path, '');
  const view = app.workspace.getActiveViewOfType(MarkdownView) as MarkdownView;
  await view.setMode(mode);
  await settled();
  return view;
}

const shownIn = (view: MarkdownView): HTMLElement =>
  view.getMode() === 'preview' ? view.previewMode.containerEl : view.contentEl.find('.markdown-source-view');

const BLOCK = '```probe\none\n```\n';

test.each(['preview', 'source'] as const)(
  'a note that is embedded is drawn with its own path and no lines (%s)',
  async (mode) => {
    const { app, probe } = start({
      'Note.md': 'Before\n\n![[Other]]\n\nAfter\n',
      'Sub/Other.md': `---\na: 1\n---\n# Title\n\n${BLOCK}`,
    });
    // Live Preview shows a block while the cursor is elsewhere.
    const view = await open(app, mode);
    const embed = shownIn(view).find('.internal-embed.markdown-embed');
    expect(embed.find('h1').textContent).toBe('Title');
    expect(embed.find('.block-language-probe').textContent).toBe('drawn one');
    expect(new Set(probe.seen.map(({ sourcePath, info }) => `${sourcePath} ${String(info)}`))).toEqual(
      new Set(['Sub/Other.md null']),
    );
    view.leaf.detach();
    await settled();
    expect(probe.alive).toBe(0);
  },
);

test('an embed follows its note, and what it drew before is unloaded', async () => {
  const { app, probe } = start({ 'Note.md': '![[Other]]\n', 'Other.md': BLOCK });
  const view = await open(app, 'preview');
  const embed = shownIn(view).find('.internal-embed');
  const before = probe.alive;
  app.doors.outside.write('Other.md', 'plain\n');
  await settled();
  expect(embed.find('p').textContent).toBe('plain');
  expect(probe.alive).toBeLessThan(before);
  const drawn = embed.find('p');
  app.doors.outside.write('Note.md', '![[Other]]\n\nmore\n');
  await settled();
  expect(embed.isConnected).toBe(true);
  expect(embed.find('p')).toBe(drawn);
});

test('a heading stands for the part below it', async () => {
  const { app } = start({
    'Note.md': '![[Other#Part]]\n\n![[Other#None]]\n',
    'Other.md': '# Title\n\nfirst\n\n## Part\n\nsecond\n\n## Next\n\nthird\n',
  });
  const view = await open(app, 'preview');
  const [part, none] = shownIn(view).findAll('.internal-embed');
  expect(part?.find('.markdown-embed-content').textContent?.trim()).toBe('Partsecond');
  expect(none?.textContent).toBe('Unable to find #None in Other.');
});

test('a note that is not there is said to be, until it is made', async () => {
  const { app } = start({ 'Note.md': '![[Later]]\n' });
  const view = await open(app, 'preview');
  const embed = shownIn(view).find('.internal-embed');
  expect([embed.textContent, embed.hasClass('mod-empty')]).toEqual(['“Later” is not created yet.', true]);
  app.doors.outside.write('Later.md', 'here\n');
  await settled();
  expect([embed.find('p').textContent, embed.hasClass('mod-empty')]).toEqual(['here', false]);
  app.doors.outside.remove('Later.md');
  await settled();
  expect(embed.hasClass('mod-empty')).toBe(true);
});

test('notes that embed one another end after five', async () => {
  const { app } = start({ 'Note.md': '![[Note]]\n' });
  const view = await open(app, 'preview');
  expect(shownIn(view).findAll('.markdown-embed')).toHaveLength(5);
  expect(
    shownIn(view)
      .findAll('a.internal-embed')
      .map((a) => a.textContent),
  ).toEqual(['Note']);
});

test('pictures, and embeds among words, stay links', async () => {
  const { app } = start({ 'Note.md': '![[Plan.png]]\n\nsee ![[Other]] here\n', 'Other.md': 'other' });
  const view = await open(app, 'preview');
  expect(
    shownIn(view)
      .findAll('a.internal-embed')
      .map((a) => a.textContent),
  ).toEqual(['Plan.png', 'Other']);
  expect(shownIn(view).findAll('.markdown-embed')).toHaveLength(0);
});

test('a link in an embed is followed from the embedded note, and a box in it changes no line of the note around', async () => {
  const { app } = start({
    'Note.md': '- [ ] mine\n\n![[a/Other]]\n',
    'a/Other.md': '[[Same]]\n\n- [ ] theirs\n',
    'a/Same.md': 'near',
    'b/Same.md': 'far',
  });
  const view = await open(app, 'preview');
  (shownIn(view).find('.markdown-embed .task-list-item-checkbox') as HTMLInputElement).click();
  expect(view.getViewData()).toBe('- [ ] mine\n\n![[a/Other]]\n');
  shownIn(view).find('.markdown-embed a.internal-link').click();
  await settled();
  expect(app.workspace.getActiveFile()?.path).toBe('a/Same.md');
});

test('a text that is rendered by a plugin embeds notes, too, for as long as its owner lives', async () => {
  const { app, probe } = start({ 'Other.md': BLOCK });
  const owner = new Component();
  void owner.load();
  const el = document.body.createDiv();
  await MarkdownRenderer.render(app.asObsidian(), 'text\n![[Other]]', el, 'Note.md', owner);
  await settled();
  expect(el.find('.markdown-embed .block-language-probe').textContent).toBe('drawn one');
  expect(probe.alive).toBe(1);
  owner.unload();
  expect(probe.alive).toBe(0);
});
