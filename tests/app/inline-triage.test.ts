import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createStore, type WritableStore } from '../../src/core/base/store';
import type { Graph } from '../../src/core/graph/graph';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings';
import { NOTHING_WAITS, type Waiting } from '../../src/core/triage/waiting';
import { followInlineTriage, type InlineTriage } from '../../src/app/lines/inline-triage';
import { drawControls, updateControls } from '../../src/ui/inline-triage/line-controls';
import { lineFacts, NO_FACTS } from '../../src/app/lines/line-facts';
import { toldOnly } from '../../src/app/told';
import { createPrompts } from '../../src/ui/prompts/prompts';
import { timers } from '../../src/host/pace';
import { createApp } from '../../scripts/workbench/obsidian/app/app';
import type { DecideByKey } from '../../src/app/triage/decide-by-key';
import type { DecideLines } from '../../src/app/triage/decide-lines';
import { selectGroups } from '../../src/core/graph/groups';
import { selectRows } from '../../src/core/triage/select-rows';
import { noteText, vaultOf } from '../core/graph/vault';

const TODAY = '2026-11-22';
const RACK = '- [?] Send the rack layout. #proposed';
const noThrow = {
  onError: (error: unknown) => {
    throw error;
  },
};

interface Tried {
  readonly inline: InlineTriage;
  readonly graph: WritableStore<Graph>;
  readonly settings: WritableStore<Settings>;
  readonly decide: jest.Mock<DecideByKey>;
  readonly decideLines: jest.Mock<DecideLines>;
  readonly errors: readonly string[];
}

let tried: Tried;

function follow(body: readonly string[]): Tried {
  const graph = createStore(vaultOf({ 'Call.md': { date: '2026-11-10', account: 'Northwind', body } }), noThrow);
  const settings = createStore<Settings>(DEFAULT_SETTINGS, noThrow);
  const rows = createStore<Waiting>(NOTHING_WAITS, noThrow);
  const errors: string[] = [];
  const decide = jest.fn<DecideByKey>(() => Promise.resolve(toldOnly('Decided.')));
  const decideLines = jest.fn<DecideLines>(() => Promise.resolve(toldOnly('Decided here.')));
  const followed = {
    rows,
    isFinding: createStore(false, noThrow),
    settled: () => Promise.resolve(),
    slowly: () => () => undefined,
    stop: () => undefined,
  };
  const inline = followInlineTriage({
    graph,
    settings: { ...settings, change: (values) => settings.set({ ...settings.get(), ...values }) },
    today: createStore(TODAY, noThrow),
    followed,
    decide,
    decideLines,
    prompts: createPrompts(createApp({ files: {} }) as never, {
      actions: { run: () => Promise.reject(new Error('nothing is run')), undo: () => Promise.resolve(null) },
      onError: () => undefined,
    }),
    timers,
    onError: (what) => errors.push(what),
  });
  tried = { inline, graph, settings, decide, decideLines, errors };
  return tried;
}

afterEach(() => {
  tried.inline.stop();
  document.body.replaceChildren();
});

const textOf = ({ graph }: Tried): string => graph.get().notes.get('Call.md')!.text;
const lineOf = (text: string, raw: string, nth = 0): number =>
  text.split('\n').flatMap((line, index) => (line === raw ? [index] : []))[nth]!;

/** Presses “accept” on the nth line that says this in a text; gives what was asked for. */
async function press(at: Tried, text: string, raw: string, nth = 0): Promise<string | null> {
  await at.inline.press({ path: 'Call.md', text, line: lineOf(text, raw, nth), raw }, { name: 'accept' });
  const [keys, , options] = at.decide.mock.calls[0] ?? [];
  if (keys !== undefined)
    return `${keys[0]!.split('\n')[2]} by key${options?.asPressed === true ? ', as pressed' : ''}`;
  const [, , , tasks] = at.decideLines.mock.calls[0] ?? [];
  return tasks === undefined ? null : `line ${tasks[0]!.line} by text`;
}

describe('a press', () => {
  test('means the line by its key, whatever was typed elsewhere', async () => {
    const at = follow([RACK, 'Words.']);
    expect(await press(at, `Typed.\n\n${textOf(at)}`, RACK)).toBe('0 by key, as pressed');
  });

  test('means the second of two equal lines, however the lines end on the disk', async () => {
    const at = follow([RACK, '', `${RACK}\r`, '']);
    expect(await press(at, textOf(at).replace('\r', ''), RACK, 1)).toBe('1 by key, as pressed');
  });

  test('decides by what stands there where equal lines could be taken for each other, and what was typed a moment ago', async () => {
    const one = follow(['Words.', '', RACK]);
    const text = textOf(one).replace('Words.', RACK);
    expect(await press(one, text, RACK, 0)).toBe(`line ${lineOf(text, RACK)} by text`);
    one.inline.stop();
    const two = follow(['Words.']);
    const typed = textOf(two).replace('Words.', RACK);
    expect(await press(two, typed, RACK)).toBe(`line ${lineOf(typed, RACK)} by text`);
  });

  test.each([
    ['says something else', (text: string) => text.replace(RACK, '- [?] Other words. #proposed')],
    ['is decided', (text: string) => text.replace('[?]', '[x]')],
    ['stands in a fence', (text: string) => text.replace(RACK, `\`\`\`\n${RACK}\n\`\`\``)],
    ['is gone', (text: string) => text.slice(0, text.indexOf(RACK))],
  ])('decides nothing where the line %s by now', async (_name, change) => {
    const at = follow([RACK]);
    const text = change(textOf(at));
    await at.inline.press(
      { path: 'Call.md', text, line: Math.max(0, text.split('\n').indexOf(RACK)), raw: RACK },
      { name: 'accept' },
    );
    expect([at.decide.mock.calls, at.decideLines.mock.calls]).toEqual([[], []]);
    expect(document.body.textContent).toContain('Nothing changed: the line was edited meanwhile');
  });

  test('is taken once until it is answered, and is free again after an error, which is told', async () => {
    const at = follow([RACK]);
    let fail = (_error: Error): void => undefined;
    at.decide.mockImplementation(
      () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    );
    const text = textOf(at);
    const pressed = { path: 'Call.md', text, line: lineOf(text, RACK), raw: RACK };
    const shown = () => at.inline.noteAt('Call.md')!.shown(`Call.md\n${RACK}\n0`, '').pending;
    const first = at.inline.press(pressed, { name: 'accept' });
    expect(shown()).toBe(true);
    await at.inline.press(pressed, { name: 'dismiss' });
    expect(at.decide).toHaveBeenCalledTimes(1);
    fail(new Error('no'));
    await first;
    expect(shown()).toBe(false);
    expect(at.errors).toEqual(["Couldn't decide the task"]);
  });
});

test('a note is the same value while what its lines show is the same, and none where the setting says so', () => {
  const { inline, settings, graph } = follow([RACK]);
  const before = inline.noteAt('Call.md');
  expect(before).not.toBeNull();
  graph.set({ ...graph.get(), revision: 99 });
  expect(inline.noteAt('Call.md')).toBe(before);
  settings.set({ ...DEFAULT_SETTINGS, noteButtons: false });
  expect(inline.noteAt('Call.md')).toBeNull();
  expect(inline.noteAt('Nothing.md')).toBeNull();
});

test('every line of a group knows its copies and what happened before', () => {
  const body = (line: string): string =>
    noteText({ date: '2026-11-10', account: 'Northwind', body: ['## Action Items', line] });
  const graph = vaultOf({
    'A.md': body(RACK),
    'B.md': body(RACK),
    'C.md': body(`${RACK.replace('[?]', '[x]')} ✅ 2025-11-12`),
    'D.md': body('- [?] Alone. #proposed'),
  });
  const rows = selectRows(graph, selectGroups(graph, DEFAULT_SETTINGS), { today: TODAY, settings: DEFAULT_SETTINGS });
  for (const path of ['A.md', 'B.md']) {
    expect([...lineFacts(rows, path, TODAY)]).toEqual([
      [
        `${path}\n${RACK}\n0`,
        {
          copies: '1 copy',
          before: 'already done 12 Nov 2025',
          where: expect.stringMatching(/^done 12 Nov 2025 in /),
        },
      ],
    ]);
  }
  expect(lineFacts(rows, 'D.md', TODAY).size).toBe(0);
});

test('buttons change in place, and a pending one cannot be pressed', () => {
  follow([]);
  const pressed: string[] = [];
  const el = drawControls(
    { text: 'Pay \u202enow', facts: NO_FACTS, pending: false },
    { tabStops: true, onPress: ({ name }) => pressed.push(name) },
  );
  document.body.append(el);
  const buttons = el.findAll('button');
  expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
    'Accept: Pay [U+202E]now',
    'Dismiss: Pay [U+202E]now',
    'Mark done: Pay [U+202E]now',
  ]);
  buttons[2]!.click();
  updateControls(el, {
    text: 'Other',
    facts: { copies: '3 copies', before: 'already done', where: 'done in <b>' },
    pending: true,
  });
  buttons[0]!.click();
  expect(pressed).toEqual(['done']);
  expect(el.findAll('button')).toEqual(buttons);
  expect(el.textContent).toBe('3 copiesalready done');
  expect(el.dispatchEvent(new MouseEvent('mousedown', { cancelable: true, bubbles: true }))).toBe(false);
});
