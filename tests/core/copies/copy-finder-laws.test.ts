import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Steps } from '../../../src/core/base/steps';
import { CopyFinder } from '../../../src/core/copies/copy-finder';
import { CandidateIndex, type Indexed } from '../../../src/core/copies/candidate-index';
import type { CopyLine } from '../../../src/core/copies/copy-line';
import { CROWD as CROWDS } from '../../../src/core/copies/bonds';
import { CandidateReader } from '../../../src/core/copies/candidate';
import { normalText } from '../../../src/core/copies/profile';
import { areNeverCopies, NOTHING_SAID, pairOfTexts, type Said } from '../../../src/core/copies/pair';
import { strictLikeness } from '../../../src/core/copies/strict-rule';
import { lineOf } from './lines';
import { allGroups, eachGroup, groupOf, type Groups } from '../../../src/core/copies/group';

const WORDS = [
  'send',
  'forward',
  'report',
  'pilot',
  'Ilse',
  'Priya',
  'the',
  'to',
  'chart',
  'CASE-4117',
  'CASE-4128',
  'two',
  '3',
  'not',
  'draft',
  'door',
  '5 December',
  '__proto__',
];
const PATHS = ['a.md', 'b.md', 'c.md', 'd.md', 'constructor.md'];

const partsOfLine = fc.record({
  text: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
  kind: fc.constantFrom('task', 'task', 'decision', 'fact' as const),
  owners: fc.constantFrom(['ana'], ['mei'], [], ['ana', 'mei'], ['ana cruz']),
  raw: fc.constantFrom(
    undefined,
    '- [ ] open',
    '- [x] done',
    '- [?] soon 📅 2026-11-10 #proposed',
    '- [?] later 📅 2026-11-24 #proposed',
  ),
});
const vault = fc
  .array(
    fc.record({
      day: fc.constantFrom('2026-11-03', '2026-11-20', '2026-12-10', '2026-12-30', null),
      account: fc.constantFrom('northwind', 'northwind', 'heron', null),
      looksLike: fc.constantFrom('northwind', null),
      standing: fc.constantFrom('note', 'note', 'note', 'list', 'source' as const),
      source: fc.constantFrom('call', 'mail', null),
      lines: fc.array(partsOfLine, { maxLength: 6 }),
    }),
    { minLength: 1, maxLength: PATHS.length },
  )
  .map(
    (notes) =>
      new Map(
        notes.map(({ lines, ...context }, index): [string, readonly CopyLine[]] => {
          const path = PATHS[index]!;
          return [
            path,
            lines.map((parts, line) => ({
              ...lineOf({ ...context, ...parts, path }),
              line,
              key: `${path}\n${parts.text}\n${line}`,
            })),
          ];
        }),
      ),
  );

const CROWD = CROWDS.copies;
const never = (): boolean => false;

/** What a person said who told texts apart. */
function apart(pairs: Iterable<string>): Said {
  return { ...NOTHING_SAID, notTheSame: new Set(pairs) };
}

function plain(finder: CopyFinder): unknown {
  const keys = (lines: readonly CopyLine[]): unknown => lines.map(({ key, line }) => [key, line]);
  return eachGroup(finder.groups()).map(({ id, lines, told, likely }) => ({
    id,
    keys: keys(lines),
    told: keys(told),
    likely,
  }));
}

function finderOf(notes: Iterable<readonly [string, readonly CopyLine[]]>, said: Said = NOTHING_SAID): CopyFinder {
  const finder = new CopyFinder();
  finder.setSaid(said);
  for (const [path, lines] of notes)
    finder.setNote(
      path,
      asked(() => lines),
    );
  finder.work(never);
  return finder;
}

/** Whoever asks in the middle of the work finds whole groups: each of their lines is in this one and in no other. */
function expectEachLineOnce(groups: Groups): void {
  for (const group of eachGroup(groups)) {
    expect(new Set(group.lines.map((line) => groupOf(groups, line)))).toEqual(new Set([group]));
    expect(group.lines.every((line) => groupOf(groups, line) === group)).toBe(true);
  }
}

describe('the groups of lines', () => {
  test('are the same whatever the order of notes and lines', () => {
    fc.assert(
      fc.property(vault, fc.nat(), (notes, turn) => {
        const turned = [...notes].map(([path, lines]) => [path, [...lines].reverse()] as const);
        const [first, rest] = [turned.slice(turn % turned.length), turned.slice(0, turn % turned.length)];
        expect(plain(finderOf([...first, ...rest].reverse()))).toEqual(plain(finderOf(notes)));
      }),
      { numRuns: 300 },
    );
  });

  test('are the same after any changes, in steps of any length, as when they are made anew', () => {
    fc.assert(
      fc.property(vault, vault, vault, fc.nat({ max: 9 }), (before, between, after, step) => {
        const finder = new CopyFinder();
        for (const notes of [before, between, after]) {
          for (const path of PATHS)
            finder.setNote(
              path,
              asked(() => notes.get(path) ?? []),
            );
          // The work goes on while more comes in.
          let count = 0;
          finder.work(() => ++count > step);
          expectEachLineOnce(finder.groups());
        }
        while (!finder.work(() => true)) expectEachLineOnce(finder.groups());
        expect(plain(finder)).toEqual(plain(finderOf(after)));
      }),
      { numRuns: 300 },
    );
  });

  test('are the same after a person said this and that as when all was said before', () => {
    const text = partsOfLine.map((parts) => parts.text);
    const named = fc.record({ path: fc.constantFrom(...PATHS), text });
    const said = fc.record({
      notTheSame: fc
        .array(fc.tuple(text, text), { maxLength: 3 })
        .map((pairs) => new Set(pairs.map(([a, b]) => pairOfTexts(normalText(a), normalText(b))))),
      same: fc.array(fc.tuple(named, named), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(vault, vault, said, said, fc.nat({ max: 9 }), (before, after, first, then, step) => {
        const finder = finderOf(before, first);
        finder.setSaid(then);
        let count = 0;
        finder.work(() => ++count > step);
        expectEachLineOnce(finder.groups());
        for (const path of PATHS)
          finder.setNote(
            path,
            asked(() => after.get(path) ?? []),
          );
        finder.work(never);
        expect(plain(finder)).toEqual(plain(finderOf(after, then)));
      }),
      { numRuns: 300 },
    );
  });

  test('hold no two lines that are never copies, and each line once', () => {
    fc.assert(
      fc.property(vault, (notes) => {
        const groups = allGroups(finderOf(notes).groups());
        const reader = new CandidateReader();
        for (const { id, lines } of groups) {
          expect(lines.length).toBeGreaterThan(1);
          expect(id).toBe(lines.map(({ key }) => key).sort()[0]);
          const candidates = lines.map((line) => reader.read(line));
          candidates.forEach((a, index) =>
            candidates.slice(index + 1).forEach((b) => expect(areNeverCopies(a, b, NOTHING_SAID)).toBe(false)),
          );
        }
        const keys = groups.flatMap(({ lines }) => lines.map(({ key }) => key));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 300 },
    );
  });

  test('a snapshot stays as it was', () => {
    fc.assert(
      fc.property(vault, vault, (before, after) => {
        const finder = finderOf(before);
        const groups = finder.groups();
        const was = JSON.stringify(allGroups(groups).map(({ lines }) => lines.map(({ key }) => key)));
        for (const path of PATHS)
          finder.setNote(
            path,
            asked(() => after.get(path) ?? []),
          );
        finder.work(never);
        expect(JSON.stringify(allGroups(groups).map(({ lines }) => lines.map(({ key }) => key)))).toBe(was);
      }),
      { numRuns: 100 },
    );
  });

  test('a pair that is not the same comes apart at once, and together again when that is taken back', () => {
    const [a, b, c] = ['Send the pilot report.', 'Forward the report of the pilot.', 'Send the pilot report!'].map(
      (text, index) => lineOf({ text, path: PATHS[index]! }),
    );
    const notes = new Map([a!, b!, c!].map((line) => [line.path, [line]] as const));
    const finder = finderOf(notes);
    const together = plain(finder);
    const pairs = new Set([pairOfTexts('send the pilot report', 'forward the report of the pilot')]);
    finder.setSaid(apart(pairs));
    finder.work(never);
    expect(allGroups(finder.groups()).map(({ lines }) => lines)).toEqual([[a, c]]);
    expect(plain(finder)).toEqual(plain(finderOf(notes, apart(pairs))));
    finder.setSaid(NOTHING_SAID);
    finder.work(never);
    expect(plain(finder)).toEqual(together);
  });
});

test('a line that changed in nothing that counts takes its place in the one group that there is', () => {
  const [a, b] = ['a.md', 'b.md'].map((path) => ({ ...lineOf({ text: 'Send the pilot report.', path }), key: path }));
  const finder = finderOf([
    ['a.md', [a!]],
    ['b.md', [b!]],
  ]);
  const moved = { ...b!, line: 7 };
  finder.setNote(
    'b.md',
    asked(() => [moved]),
  );
  finder.work(never);
  expectEachLineOnce(finder.groups());
  expect(allGroups(finder.groups())).toEqual([{ id: 'a.md', lines: [a, moved], told: [], likely: null }]);
});

test('a text that was said not to be the same as itself has no copies', () => {
  const notes = ['a.md', 'b.md'].map((path) => [path, [lineOf({ text: 'Send the report.', path })]] as const);
  const finder = finderOf(notes);
  expect(allGroups(finder.groups())).toHaveLength(1);
  finder.setSaid(apart([pairOfTexts('send the report', 'send the report')]));
  finder.work(never);
  expect(allGroups(finder.groups())).toEqual([]);
  finder.setSaid(NOTHING_SAID);
  finder.work(never);
  expect(allGroups(finder.groups())).toHaveLength(1);
});

describe('a crowd', () => {
  const notes = Array.from({ length: CROWD + 6 }, (_, index): readonly [string, readonly CopyLine[]] => {
    const word = (letter: string): string =>
      `${letter}${String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))}xo`;
    const text = `Send the pilot report of dock door rollout with every chart and table to Ilse, ${word('q')} ${word('v')} ${word('z')}`;
    return [`${index}.md`, [lineOf({ text, path: `${index}.md` })]];
  });

  test('of lines that differ in a few words each has no groups, but for lines that are equal to the letter', () => {
    expect(plain(finderOf(notes))).toEqual([]);
    const [, [line]] = notes[0]!;
    const again = { ...line!, path: 'again.md', key: 'again.md' };
    expect(allGroups(finderOf([...notes, ['again.md', [again]]]).groups()).map(({ lines }) => lines)).toEqual([
      [line, again],
    ]);
  });

  test('comes together where it is none any more, and apart where it is one again, as when it is made anew', () => {
    const finder = finderOf(notes);
    const sizes: number[] = [];
    for (const present of [CROWD + 3, CROWD + 1, CROWD, CROWD + 1, CROWD + 2, CROWD + 1, 3]) {
      notes.forEach(([path, lines], index) =>
        finder.setNote(
          path,
          asked(() => (index < present ? lines : [])),
        ),
      );
      finder.work(never);
      expect(plain(finder)).toEqual(plain(finderOf(notes.slice(0, present))));
      sizes.push(allGroups(finder.groups()).flatMap(({ lines }) => lines).length);
    }
    expect(sizes).toEqual([0, CROWD + 1, CROWD, CROWD + 1, 0, CROWD + 1, 3]);
  });

  test('is worked through in steps of which none is much of the whole', () => {
    const finder = new CopyFinder();
    notes.forEach(([path, lines]) =>
      finder.setNote(
        path,
        asked(() => lines),
      ),
    );
    let steps = 0;
    while (!finder.work(() => true)) steps++;
    expect(steps).toBeGreaterThan(2 * notes.length);
  });
});

test('a chain of likenesses that is far too long comes apart where it is weak, as when it is made anew', () => {
  const word = (at: number): string =>
    `${'bcdfghklmnprstvz'[at % 16]!}${'aeiou'[(at >> 4) % 5]!}${'dklmnrt'[at % 7]!}o${'bdgkm'[at % 5]!}`;
  const chain = Array.from({ length: 300 }, (_, index) => {
    const start = 3 * index - (index % 5);
    const text = Array.from({ length: 6 }, (__, at) => word(start + at)).join(' ');
    return [`${index}.md`, [lineOf({ text, path: `${index}.md` })]] as const;
  });
  const whole = finderOf(chain);
  expect(Math.max(...allGroups(whole.groups()).map(({ lines }) => lines.length))).toBeLessThan(64);
  fc.assert(
    fc.property(fc.subarray(chain), fc.subarray(chain, { maxLength: 9 }), (some, gone) => {
      const finder = finderOf(some);
      for (const [path] of gone)
        finder.setNote(
          path,
          asked(() => []),
        );
      finder.work(never);
      const left = some.filter((note) => !gone.includes(note));
      expect(plain(finder)).toEqual(plain(finderOf(left)));
      for (const [path, lines] of chain)
        finder.setNote(
          path,
          asked(() => lines),
        );
      finder.work(never);
      expect(plain(finder)).toEqual(plain(whole));
    }),
    { numRuns: 20 },
  );
});

test('the index misses no pair of copies', () => {
  fc.assert(
    fc.property(vault, (notes) => {
      const reader = new CandidateReader();
      const entries = [...notes.values()].flat().map((line): Indexed => ({ ...reader.read(line), search: 0 }));
      const index = new CandidateIndex<Indexed>();
      entries.forEach((entry) => index.add(entry));
      // What was taken out is not found any more.
      entries.slice(0, 2).forEach((entry) => index.remove(entry));
      const held = entries.slice(2);
      for (const entry of entries) {
        const near = new Set<Indexed>();
        index.visitNear(entry, (other) => near.add(other));
        expect([...near].filter((other) => !held.includes(other) || other === entry)).toEqual([]);
        for (const other of held) {
          if (other !== entry && strictLikeness(entry, other, NOTHING_SAID) !== null)
            expect(near.has(other)).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

/** The lines of a note as the finder asks for them. */
function asked(lines: () => readonly CopyLine[]): () => Steps<readonly CopyLine[]> {
  return function* () {
    yield;
    return lines();
  };
}
