import fc from 'fast-check';

/** A line of a note in the model: it keeps its id wherever it goes and however it is retyped. */
export interface ModelLine {
  readonly id: number;
  readonly text: string;
}

const WORDS = ['Send the rack layout to Ilse', 'Call Ilse', 'Attend the call'];
const SYMBOLS = ['?', ' ', '-', 'x'];
const TAILS = ['', ' #task #proposed #auto', ' #task #auto', ' 📅 2026-03-06 #task'];

/** Task lines of few words, so that many are equal and many nearly so. */
export const taskText: fc.Arbitrary<string> = fc
  .record({ words: fc.constantFrom(...WORDS), symbol: fc.constantFrom(...SYMBOLS), tail: fc.constantFrom(...TAILS) })
  .map(({ words, symbol, tail }) => `- [${symbol}] ${words}.${tail}`);

/** The other lines of a note, some of them often and some of them once. */
export const otherText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constantFrom('## Action Items', '## Decisions', '---', 'Some words.', '- A remark.') },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 40 }).map((number) => `Paragraph ${number}.`) },
  { weight: 1, arbitrary: fc.constantFrom('```', '%%', '<!--', '-->') },
);

export const lineText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: taskText },
  { weight: 3, arbitrary: otherText },
);

/** The lines of a note: of many kinds, or few that repeat. */
export const noteLines: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc.array(lineText, { minLength: 1, maxLength: 24 }),
  fc.array(fc.constantFrom('- [?] Call Ilse.', '- [ ] Call Ilse.', 'a', 'b', 'c', '## A', '## B', ''), {
    minLength: 1,
    maxLength: 24,
  }),
);

/** A task line with the words of another but in another state, as a decision makes it. */
export function decideAgain(text: string, symbol: string): string {
  return text.replace(/\[.\]/, `[${symbol}]`);
}

/** What a task line says, whatever its state is. */
export function wordsOf(text: string): string | undefined {
  return WORDS.find((words) => text.includes(`] ${words}.`));
}

export type Change =
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'delete'; readonly at: number; readonly count: number }
  | { readonly kind: 'retype'; readonly at: number; readonly text: string }
  | { readonly kind: 'move'; readonly at: number; readonly to: number };

const place = fc.nat({ max: 1000 });

export const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: place, text: lineText }),
  fc.record({ kind: fc.constant('delete' as const), at: place, count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('retype' as const), at: place, text: lineText }),
  fc.record({ kind: fc.constant('move' as const), at: place, to: place }),
);

/** Which changes a world allows. */
export interface World {
  /** Whether the line with this id may be deleted, retyped or moved. */
  mayTouch(id: number, change: Change): boolean;
  /** Whether a line may come to say this; `line` is as it was, undefined for a new one. */
  mayBecome(text: string, line: ModelLine | undefined): boolean;
}

/** The lines after changes; what the world does not allow is left out. */
export function changeLines(
  lines: readonly ModelLine[],
  changes: readonly Change[],
  world: World,
): readonly ModelLine[] {
  let now = [...lines];
  let nextId = lines.length;
  for (const step of changes) {
    if (step.kind === 'insert') {
      if (world.mayBecome(step.text, undefined))
        now.splice(step.at % (now.length + 1), 0, { id: nextId++, text: step.text });
      continue;
    }
    if (now.length === 0) continue;
    const at = step.at % now.length;
    const touched = now.slice(at, at + (step.kind === 'delete' ? step.count : 1));
    if (!touched.every(({ id }) => world.mayTouch(id, step))) continue;
    if (step.kind === 'delete') now.splice(at, step.count);
    if (step.kind === 'retype' && world.mayBecome(step.text, now[at])) now[at] = { id: now[at]!.id, text: step.text };
    if (step.kind === 'move') {
      const [line] = now.splice(at, 1);
      now = [...now.slice(0, step.to % (now.length + 1)), line!, ...now.slice(step.to % (now.length + 1))];
    }
  }
  return now;
}

/** The note of some lines, ended by LF. */
export function textOf(lines: readonly ModelLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}

/**
 * Whether the line at `found` is the one with the id, or one of equal lines in a row with it, which nobody can tell
 * apart.
 */
export function isSameLine(lines: readonly ModelLine[], found: number, id: number): boolean {
  const at = lines.findIndex((line) => line.id === id);
  if (at === -1) return false;
  const between = lines.slice(Math.min(at, found), Math.max(at, found) + 1);
  return between.every(({ text }) => text === lines[at]!.text || text.trim() === '');
}
