import { afterEach, expect, test } from '@jest/globals';
import type { MarkdownPostProcessorContext } from 'obsidian';
import { Component, MarkdownRenderChild, MarkdownRenderer, MarkdownView } from '../../scripts/workbench/obsidian';
import { type App, createApp } from '../../scripts/workbench/obsidian/app/app';

const NOTE = 'Note.md';
const owner = new Component();

afterEach(() => {
  owner.unload();
});

async function render(markdown: string, app: App = createApp()): Promise<HTMLElement> {
  const el = document.body.createDiv();
  await MarkdownRenderer.render(app.asObsidian(), markdown, el, NOTE, owner);
  return el;
}

async function read(
  text: string,
  prepare: (app: App) => void = () => undefined,
): Promise<{ app: App; el: HTMLElement; view: MarkdownView }> {
  const app = createApp({ files: { [NOTE]: text } });
  prepare(app);
  app.start();
  document.body.replaceChildren(app.workspace.containerEl);
  await app.workspace.openLinkText(NOTE, '');
  const view = app.workspace.getActiveViewOfType(MarkdownView) as MarkdownView;
  await view.setMode('preview');
  return { app, view, el: view.previewMode.containerEl };
}

test('text of strangers stays text: no HTML, no scripts in links, nothing fetched', async () => {
  const el = await render(
    '<img src=x onerror=alert(1)> [click](javascript:alert(1)) ![pic](https://example.com/p.png) [ok](https://example.com)',
  );
  expect(el.querySelector('img')).toBeNull();
  expect(el.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(Array.from(el.querySelectorAll('a')).map((a) => a.getAttribute('href'))).toEqual(['https://example.com']);
  expect(el.find('.image-embed').textContent).toBe('pic');
});

test('tasks carry their symbol and their line', async () => {
  const el = await render('- [?] one\n- [ ] two\n\t- [x] three\n- four');
  const items = el.findAll('li');
  expect(items.map((item) => item.getAttr('data-task'))).toEqual(['?', '', 'x', null]);
  expect(items.map((item) => item.hasClass('is-checked'))).toEqual([true, false, true, false]);
  expect(items.map((item) => item.getAttr('data-line'))).toEqual(['0', '1', '2', '3']);
  expect((items[0]?.find('input') as HTMLInputElement).checked).toBe(true);
  expect(el.find('ul').hasClass('contains-task-list')).toBe(true);
});

test('wiki links, tags, marks and block ids', async () => {
  const el = await render('See [[Folder/Note#Part|the part]] and [[Other]] #type/customer ==this== not#this ^a1b2c3');
  expect(el.findAll('a.internal-link').map((a) => [a.getAttr('data-href'), a.textContent])).toEqual([
    ['Folder/Note#Part', 'the part'],
    ['Other', 'Other'],
  ]);
  expect(el.findAll('a.tag').map((a) => a.textContent)).toEqual(['#type/customer']);
  expect(el.find('mark').textContent).toBe('this');
  expect(el.textContent).not.toContain('^a1b2c3');
});

test('call-outs have a title and a content', async () => {
  const el = await render('> [!warning] Mind\n> the *gap*\n> - [ ] task\n\n> [!note]\n> text\n\n> a quote');
  const [first, second] = el.findAll('.callout');
  expect(first?.getAttr('data-callout')).toBe('warning');
  expect(first?.find('.callout-title-inner').textContent).toBe('Mind');
  expect(first?.find('.callout-content').textContent).toBe('the gaptask');
  expect(second?.find('.callout-title-inner').textContent).toBe('Note');
  expect(el.findAll('blockquote')).toHaveLength(1);
});

test('comments and front matter are not shown, and lines keep their numbers', async () => {
  const { el } = await read('---\na: 1\n---\n\nText %%no%% more\n\n%%\n- [ ] hidden\n%%\n\n- [ ] seen\n');
  expect(el.textContent).not.toContain('hidden');
  expect(el.find('.el-p').textContent).toBe('Text  more');
  expect(el.find('.metadata-property').getAttr('data-property-key')).toBe('a');
});

test('front matter that is broken is said to be', async () => {
  const { el } = await read('---\na: [1\n---\n\nText\n');
  expect(el.find('.metadata-error-container').textContent).toBe('Invalid properties');
});

test('post-processors see each section with the lines it stands on', async () => {
  const seen: unknown[] = [];
  const text = '---\na: 1\n---\n# Title\n\n- [ ] one\n- [ ] two\n\nEnd\n';
  await read(text, (app) =>
    app.markdownProcessors.add((el, ctx) => {
      const info = ctx.getSectionInfo(el);
      seen.push([el.className, info?.lineStart, info?.lineEnd, info?.text === text, ctx.sourcePath, ctx.frontmatter]);
    }),
  );
  expect(seen).toEqual([
    ['el-h1', 3, 3, true, NOTE, { a: 1 }],
    ['el-ul', 5, 6, true, NOTE, { a: 1 }],
    ['el-p', 8, 8, true, NOTE, { a: 1 }],
  ]);
});

test('a section that did not change keeps its element and learns its new lines', async () => {
  const contexts: MarkdownPostProcessorContext[] = [];
  const { app, el } = await read('# Title\n\nEnd\n', (a) =>
    a.markdownProcessors.add((_el, ctx) => {
      contexts.push(ctx);
    }),
  );
  const end = el.find('.el-p');
  app.doors.outside.write(NOTE, '# Title\n\nNew\n\nEnd\n');
  await new Promise((done) => {
    setTimeout(done);
  });
  const [added, kept] = el.findAll('.el-p');
  expect(kept).toBe(end);
  expect(added?.textContent).toBe('New');
  expect(contexts[1]?.getSectionInfo(end)).toMatchObject({ lineStart: 4, lineEnd: 4 });
  expect(contexts).toHaveLength(3);
});

test('a code block is drawn by its processor, in reading view and in Live Preview, with its lines', async () => {
  const drawn: unknown[] = [];
  const children: MarkdownRenderChild[] = [];
  const { view } = await read('Text\n\n```account-rollup\nshow: tasks\n```\n', (app) =>
    app.markdownProcessors.addCodeBlock('account-rollup', (source, el, ctx) => {
      const info = ctx.getSectionInfo(el);
      drawn.push([source, info?.lineStart, info?.lineEnd]);
      const child = new MarkdownRenderChild(el);
      children.push(child);
      ctx.addChild(child);
      el.setText('drawn');
    }),
  );
  await new Promise((done) => {
    setTimeout(done);
  });
  expect(drawn).toEqual([
    ['show: tasks', 2, 4],
    ['show: tasks', 2, 4],
  ]);
  expect(view.contentEl.findAll('.block-language-account-rollup').map((el) => el.textContent)).toEqual([
    'drawn',
    'drawn',
  ]);
  let unloaded = 0;
  for (const child of children)
    child.register(() => {
      unloaded += 1;
    });
  view.leaf.detach();
  await new Promise((done) => {
    setTimeout(done);
  });
  expect(unloaded).toBe(2);
});

test('a processor that fails does not keep the others from theirs', async () => {
  const app = createApp();
  const errors: unknown[] = [];
  const onError = (event: ErrorEvent): void => {
    event.preventDefault();
    errors.push(event.error);
  };
  window.addEventListener('error', onError);
  app.markdownProcessors.add(() => {
    throw new Error('broken');
  });
  app.markdownProcessors.add((el) => {
    el.addClass('seen');
  });
  const el = await render('text', app);
  await new Promise((done) => {
    setTimeout(done);
  });
  window.removeEventListener('error', onError);
  expect(el.hasClass('seen')).toBe(true);
});
