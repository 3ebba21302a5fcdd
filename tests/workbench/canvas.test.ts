import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MarkdownRenderChild } from '../../scripts/workbench/obsidian';
import { type App, createApp } from '../../scripts/workbench/obsidian/app/app';
import { installVirtualTime, type VirtualTime } from '../host/virtual-time';

let time: VirtualTime;
beforeEach(() => {
  time = installVirtualTime();
});
afterEach(() => time.end());
/** Lets all come that is to, however busy the machine is. */
const settled = (): Promise<void> => time.advance(200);

const CARDS = [
  {
    id: 'a',
    type: 'text',
    text: '## Card\n\n[[Near]]\n\n```probe\none\n```',
    x: -100,
    y: -50,
    width: 300,
    height: 200,
  },
  { id: 'b', type: 'file', file: 'Customers/Note.md', x: 300, y: 150, width: 300, height: 200 },
  { id: 'c', type: 'group', label: 'Both', x: -120, y: -70, width: 800, height: 500 },
  { id: 'd', type: 'link', url: 'https://example.com', x: 0, y: 400, width: 100, height: 50 },
  { id: 'broken', type: 'text', x: 'left' },
];

async function open(
  text: string,
  prepare: (app: App) => void = () => undefined,
): Promise<{ app: App; el: HTMLElement; seen: string[]; alive: () => number }> {
  const app = createApp({
    files: {
      'Customers/Map.canvas': text,
      'Customers/Note.md': '# Note\n\n```probe\ntwo\n```\n',
      'Customers/Near.md': '',
    },
  });
  prepare(app);
  const seen: string[] = [];
  let alive = 0;
  app.markdownProcessors.addCodeBlock('probe', (source, el, ctx) => {
    seen.push(`${source} ${ctx.sourcePath} ${ctx.getSectionInfo(el) === null}`);
    const child = new MarkdownRenderChild(el);
    child.onload = () => {
      alive += 1;
    };
    child.onunload = () => {
      alive -= 1;
    };
    ctx.addChild(child);
  });
  app.start();
  document.body.replaceChildren(app.workspace.containerEl);
  await app.workspace.openLinkText('Map.canvas', '');
  await settled();
  return { app, seen, alive: () => alive, el: document.body.find('[data-type="canvas"] .view-content') };
}

test('a canvas shows its cards where they lie', async () => {
  const { el } = await open(JSON.stringify({ nodes: CARDS, edges: [] }));
  const cards = el.findAll('.canvas-node');
  expect(cards.map((card) => [card.style.left, card.style.top, card.style.width])).toEqual([
    ['80px', '80px', '300px'],
    ['480px', '280px', '300px'],
    ['60px', '60px', '800px'],
    ['180px', '530px', '100px'],
  ]);
  expect(cards[0]?.find('h2').textContent).toBe('Card');
  expect(cards[1]?.find('.markdown-embed h1').textContent).toBe('Note');
  expect(cards[2]?.textContent).toBe('Both');
  expect(cards[3]?.textContent).toBe('https://example.com');
});

test('a block in a text card gets the path of the canvas, one in a file card that of the note, and neither gets lines', async () => {
  const { seen } = await open(JSON.stringify({ nodes: CARDS }));
  expect(seen.sort()).toEqual(['one Customers/Map.canvas true', 'two Customers/Note.md true']);
});

test('a test can have text cards without a path, as some versions of Obsidian give none', async () => {
  const { seen } = await open(JSON.stringify({ nodes: CARDS }), (app) => {
    app.doors.canvasPaths = false;
  });
  expect(seen.sort()).toEqual(['one  true', 'two Customers/Note.md true']);
});

test('a canvas follows its file, is never written, and unloads what it drew', async () => {
  const text = JSON.stringify({ nodes: CARDS });
  const { app, el, alive } = await open(text);
  expect(alive()).toBe(2);
  app.doors.outside.write('Customers/Map.canvas', JSON.stringify({ nodes: CARDS.slice(0, 1) }));
  await settled();
  expect(el.findAll('.canvas-node')).toHaveLength(1);
  expect(alive()).toBe(1);
  app.workspace.activeLeaf?.detach();
  await settled();
  expect(alive()).toBe(0);
  expect(app.doors.outside.read('Customers/Map.canvas')).toBe(JSON.stringify({ nodes: CARDS.slice(0, 1) }));
});

test.each([
  ['{', 'This canvas cannot be read.'],
  ['', ''],
  ['{"nodes":{}}', ''],
  ['[]', ''],
])('what is no canvas is said to be: %s', async (text, shown) => {
  const { el } = await open(text);
  expect(el.textContent).toBe(shown);
});

test('a link in a card leads to its note', async () => {
  const { app, el } = await open(JSON.stringify({ nodes: CARDS }));
  el.find('a.internal-link').click();
  await settled();
  expect(app.workspace.getActiveFile()?.path).toBe('Customers/Near.md');
});
