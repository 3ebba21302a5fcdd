import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDay, plusDays } from '../../../src/core/base/day';
import { applyEdits } from '../../../src/core/change/apply';
import { markDecision, type DecisionMark } from '../../../src/core/change/mark-decision';
import type { Statement } from '../../../src/core/note/note';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { scanLines } from '../../../src/core/text/lines';

const RUNS = Number(process.env['RUNS'] ?? 400);
const RULES = readingRules(DEFAULT_SETTINGS);

const WORDS = [
  'Run the pilot',
  'in aisle 4.',
  '[confirmed:: 2026-03-06]',
  '(confirmed:: 2026-02-01)',
  '[Confirmed::2026-03-07 ]',
  '[confirmed:: soon]',
  '[superseded:: [[Other]]]',
  '[superseded:: Other]',
  '(superseded:: [[a/Other#x|y]])',
  '[superseded:: ]',
  '[due:: 2026-03-06]',
  '`',
  '``',
  '%%',
  '<!--',
  '-->',
  '[[',
  ']]',
  '[[Note]]',
  '$x$',
  '**',
  '#tag',
  '@Ana',
  '^id',
  '^a-1',
  '📅 2026-03-06',
  '‚Äô',
  '√©',
  'Ã©',
  '\u00a0',
  '\t',
  '  ',
  '\\',
  '[ ]',
  '[',
  ']',
  'None.',
  '\u202e',
];
const words: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
      .chain((parts) => fc.constantFrom(' ', ' ', '').map((space) => parts.join(space))),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, '')),
  },
);
const item = fc
  .record({
    start: fc.constantFrom('- ', '- ', '* ', '12. ', '> - ', '> > 1) ', '  - ', '-\t'),
    words,
    end: fc.constantFrom('', '', '  ', ' ^id', '\t^a1 ', ' [confirmed:: 2026-01-01]'),
  })
  .map((line) => line.start + line.words + line.end);
const line: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: item },
  { weight: 2, arbitrary: words.map((text) => `  ${text}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '## Decisions',
      '## Key facts',
      '## Talk',
      '---',
      '```',
      '%%',
      '- [ ] Call Ilse. @Ana',
      '> more',
      '[confirmed:: 2026-03-06]',
    ),
  },
);
const note: fc.Arbitrary<string> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 9 }),
    ends: fc.constantFrom(['\n'], ['\r\n'], ['\n', '\r\n'], ['\n', '\r']),
    mark: fc.constantFrom('', '\ufeff'),
    last: fc.boolean(),
  })
  .map(({ lines, ends, mark, last }) => {
    const all = ['---', 'date: 2026-03-01', 'tags: [type/customer]', '---', '## Decisions', ...lines];
    return (
      mark +
      all.map((text, index) => text + (index === all.length - 1 && last ? '' : ends[index % ends.length]!)).join('')
    );
  });

const name = fc.oneof(
  fc.constantFrom(
    'Pilot results',
    'Customers/A & B, Inc./2026-03-06 - Call (2)',
    'Café',
    "O'Leary",
    '__proto__',
    '‚Äô',
    '.',
    'a.md',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
);
const mark: fc.Arbitrary<DecisionMark> = fc.oneof(
  fc.nat({ max: 99 }).map((days): DecisionMark => ({ name: 'confirm', day: plusDays(parseDay('2026-03-06')!, days) })),
  name.map((by): DecisionMark => ({ name: 'supersede', by })),
  fc.constantFrom<DecisionMark>(
    { name: 'unmark', kinds: ['confirmed'] },
    { name: 'unmark', kinds: ['superseded'] },
    { name: 'unmark', kinds: ['confirmed', 'superseded'] },
  ),
);
const scene = fc
  .record({ text: note, mark, which: fc.nat({ max: 8 }) })
  .map((found) => ({ ...found, decisions: readNote('a.md', found.text, RULES).decisions }))
  .filter(({ decisions }) => decisions.length > 0)
  .map(({ text, mark: asked, which, decisions }) => ({
    text,
    mark: asked,
    index: which % decisions.length,
    decision: decisions[which % decisions.length]!,
  }));

const linesOf = (text: string): readonly string[] => scanLines(text).map((found) => found.text + found.end);
const sayings = (text: string): readonly Pick<Statement, 'text' | 'confirmed' | 'superseded'>[] =>
  readNote('a.md', text, RULES).decisions.map((decision) => ({
    text: decision.text,
    confirmed: decision.confirmed,
    superseded: decision.superseded,
  }));

/** The text after a mark, or null where it was refused. What was written is taken back byte by byte. */
function write(text: string, decision: Pick<Statement, 'line' | 'raw'>, asked: DecisionMark): string | null {
  const edit = markDecision('a.md', text, decision, asked, RULES);
  if (!edit.ok) return null;
  const written = applyEdits(text, [edit.value]);
  expect(
    applyEdits(
      written.text,
      written.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    ).text,
  ).toBe(text);
  return written.text;
}

describe('what is said of a decision', () => {
  test('is read as it was asked, with the same words, and all else says what it said', () => {
    fc.assert(
      fc.property(scene, ({ text, mark: asked, index, decision }) => {
        const written = write(text, decision, asked);
        if (written === null) return;
        const before = sayings(text);
        const wanted =
          asked.name === 'confirm'
            ? { confirmed: asked.day }
            : asked.name === 'supersede'
              ? { superseded: asked.by }
              : Object.fromEntries(asked.kinds.map((kind) => [kind, null]));
        expect(sayings(written)).toEqual(before.map((own, at) => (at === index ? { ...own, ...wanted } : own)));
        expect(
          markDecision('a.md', written, readNote('a.md', written, RULES).decisions[index]!, asked, RULES),
        ).toMatchObject({ ok: false, error: { reason: 'unchanged' } });
      }),
      { numRuns: RUNS },
    );
  });

  test('changes its own line alone, and of that the end alone', () => {
    fc.assert(
      fc.property(scene, ({ text, mark: asked, decision }) => {
        const written = write(text, decision, asked);
        if (written === null) return;
        const [before, after] = [linesOf(text), linesOf(written)];
        const outside = (lines: readonly string[], last: number): readonly string[] => [
          ...lines.slice(0, decision.line),
          ...lines.slice(last + 1),
        ];
        if (asked.name === 'unmark') {
          expect(outside(after, decision.last + after.length - before.length)).toEqual(outside(before, decision.last));
          return;
        }
        expect(outside(after, decision.line)).toEqual(outside(before, decision.line));
        const field = asked.name === 'confirm' ? `[confirmed:: ${asked.day}]` : `[superseded:: [[${asked.by}]]]`;
        const [old, now] = [before[decision.line]!, after[decision.line]!];
        const at = now.lastIndexOf(field);
        const rest = now.slice(at + field.length);
        expect(old.endsWith(rest)).toBe(true);
        // What went, if anything did, is an older mark of the kind.
        const start = now.slice(0, at);
        const gone = old.slice(start.length, old.length - rest.length);
        if (old.startsWith(start) && gone !== '')
          expect(gone).toMatch(asked.name === 'confirm' ? /^[[(]confirmed::.*[\])]$/i : /^[[(]superseded::.*[\])]$/i);
        else expect(now).toBe(`${old.slice(0, old.length - rest.length)} ${field}${rest}`);
      }),
      { numRuns: RUNS },
    );
  });

  test('and then taken back gives the same bytes', () => {
    fc.assert(
      fc.property(scene, ({ text, mark: asked, index, decision }) => {
        if (asked.name === 'unmark' || decision[asked.name === 'confirm' ? 'confirmed' : 'superseded'] !== null) return;
        const written = write(text, decision, asked);
        if (written === null) return;
        expect(
          write(written, readNote('a.md', written, RULES).decisions[index]!, {
            name: 'unmark',
            kinds: [asked.name === 'confirm' ? 'confirmed' : 'superseded'],
          }),
        ).toBe(text);
      }),
      { numRuns: RUNS },
    );
  });

  test('is not refused for plain words', () => {
    const plain = fc
      .array(fc.constantFrom('run', 'the', 'pilot,', '4', '(or', 'not)', '“so”', '5:30', 'A&B'), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(
        plain,
        fc.constantFrom('- ', '> - ', '1. '),
        fc.constantFrom('', ' ^id', '  '),
        mark,
        (text, start, end, asked) => {
          if (
            asked.name === 'unmark' ||
            (asked.name === 'supersede' && (!/^\w(?:[\w &,./'()-]*\w)?$/.test(asked.by) || asked.by.includes('  ')))
          )
            return;
          const own = `---\ntags: [type/customer]\n---\n# Decisions\n${start}Do ${text}${end}`;
          expect(write(own, readNote('a.md', own, RULES).decisions[0]!, asked)).not.toBeNull();
        },
      ),
      { numRuns: RUNS },
    );
  });
});
