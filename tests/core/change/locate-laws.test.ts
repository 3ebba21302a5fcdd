import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createEdit, type Edit } from '../../../src/core/change/edit';
import { locate } from '../../../src/core/change/locate';
import { surveyText } from '../../../src/core/change/survey';
import {
  change,
  changeLines,
  decideAgain,
  isSameLine,
  lineText,
  noteLines,
  textOf,
  wordsOf,
  type Change,
  type ModelLine,
  type World,
} from './note-model';

const RUNS = Number(process.env['RUNS'] ?? 1000);

interface Scene {
  readonly lines: readonly ModelLine[];
  readonly target: ModelLine;
  readonly edit: Edit;
}

/** A note, one of its task lines that the user decided, and the edit of it. */
const scene: fc.Arbitrary<Scene> = fc
  .record({ texts: noteLines, at: fc.nat() })
  .filter(({ texts }) => texts.some((text) => wordsOf(text) !== undefined))
  .map(({ texts, at }) => {
    const lines = texts.map((text, id) => ({ id, text }));
    const tasks = lines.filter(({ text }) => wordsOf(text) !== undefined);
    const target = tasks[at % tasks.length]!;
    const edit = createEdit(surveyText(textOf(lines)), {
      path: 'Note.md',
      line: target.id,
      count: 1,
      replacement: [decideAgain(target.text, '/')],
    });
    return { lines, target, edit };
  });

const changes: fc.Arbitrary<readonly Change[]> = fc.array(change, { maxLength: 8 });

/** The lines by which the target is told from its equals. */
function around({
  edit: {
    surroundings: { before, after },
  },
}: Scene): readonly (string | null)[] {
  return [...before.lines, ...after.lines];
}

/** Looks for the line in the note as it is now. What is found must say what the edit expects. */
function find({ target, edit }: Scene, now: readonly ModelLine[]): number | null {
  const found = locate(surveyText(textOf(now)), edit);
  if (!found.ok) {
    expect(found.error.sentence).toMatch(/^Couldn't update (“.+”|an empty line): .+\.$/su);
    return null;
  }
  expect(found.value.to).toBe(found.value.from + 1);
  expect(now[found.value.from]!.text).toBe(target.text);
  return found.value.from;
}

describe('a decision written to a note that changed meanwhile', () => {
  test('meets its line, among all its equals, in a note that did not change', () => {
    fc.assert(
      fc.property(scene, (given) => {
        expect(find(given, given.lines)).toBe(given.target.id);
      }),
      { numRuns: RUNS },
    );
  });

  // A text cannot tell who wrote it: an equal line set where the line stood, between its neighbours, is the line. So
  // the laws divide the world: either other lines move, or equal lines are written; the lines around the line are not
  // written anew.
  test('never meets another line while others are moved, removed, retyped and added', () => {
    fc.assert(
      fc.property(scene, changes, (given, steps) => {
        const { target, lines } = given;
        const now = changeLines(lines, steps, {
          mayTouch: (id, { kind }) => id !== target.id && (kind !== 'move' || lines[id]?.text !== target.text),
          mayBecome: (text) => text !== target.text && !around(given).includes(text),
        });
        const found = find(given, now);
        if (found !== null) expect(isSameLine(now, found, given.target.id)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('never meets another line while equal ones and nearly equal ones are written, removed and decided', () => {
    fc.assert(
      fc.property(scene, changes, (given, steps) => {
        const now = changeLines(given.lines, steps, {
          mayTouch: (id, { kind }) => id !== given.target.id && kind !== 'move',
          mayBecome: (text) => text === given.target.text || !around(given).includes(text),
        });
        const found = find(given, now);
        if (found !== null) expect(isSameLine(now, found, given.target.id)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('meets nothing once its line was removed or decided, whatever equal and nearly equal lines are left', () => {
    fc.assert(
      fc.property(scene, changes, fc.constantFrom('-', 'x', '/', null), fc.nat(), (given, steps, symbol, when) => {
        const { target, lines } = given;
        const world: World = {
          mayTouch: (id, step) => id !== target.id && step.kind !== 'move',
          // A line with these words that was there before may take on the same state; one that is written anew would be
          // a cut and a paste.
          mayBecome: (text, line) =>
            (text !== target.text && !around(given).includes(text)) ||
            (text === target.text &&
              line !== undefined &&
              line.id < lines.length &&
              wordsOf(lines[line.id]!.text) === wordsOf(text)),
        };
        const decided: readonly Change[] = lines.flatMap(({ id, text }) =>
          wordsOf(text) === wordsOf(target.text) && (id + when) % 3 === 0
            ? [{ kind: 'retype', at: id, text: target.text }]
            : [],
        );
        const early = when % (steps.length + 1);
        const until = changeLines(changeLines(lines, decided, world), steps.slice(0, early), world);
        const left = until.flatMap((line) => {
          const text = symbol === null ? '' : decideAgain(target.text, symbol);
          if (line.id !== target.id) return [line];
          return text === '' || text === target.text ? [] : [{ id: line.id, text }];
        });
        expect(find(given, changeLines(left, steps.slice(early), world))).toBeNull();
      }),
      { numRuns: RUNS },
    );
  });

  test('follows a line that was moved, or is refused', () => {
    fc.assert(
      fc.property(scene, changes, fc.nat(), (given, steps, to) => {
        const { target } = given;
        const moved = changeLines(given.lines, [{ kind: 'move', at: target.id, to }], {
          mayTouch: () => true,
          mayBecome: () => true,
        });
        const world: World = {
          mayTouch: (id, step) => id !== target.id && step.kind !== 'move',
          mayBecome: (text) => text !== target.text,
        };
        const now = changeLines(moved, steps, world);
        const found = find(given, now);
        if (found !== null) expect(isSameLine(now, found, target.id)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('meets a line whose words no other line has, wherever it went, unless code, a comment or front matter took it in', () => {
    fc.assert(
      fc.property(fc.array(lineText, { maxLength: 20 }), fc.nat(), changes, (texts, at, steps) => {
        const lines = texts.map((text, id) => ({ id, text }));
        lines.splice(at % (lines.length + 1), 0, { id: texts.length, text: '- [?] The only task of its kind.' });
        const line = lines.findIndex(({ id }) => id === texts.length);
        const edit = createEdit(surveyText(textOf(lines)), {
          path: 'Note.md',
          line,
          count: 1,
          replacement: ['- [ ] The only task of its kind.'],
        });
        const now = changeLines(lines, steps, {
          mayTouch: (id, { kind }) => id !== texts.length || kind === 'move',
          mayBecome: () => true,
        });
        const found = locate(surveyText(textOf(now)), edit);
        if (found.ok) expect(now[found.value.from]!.id).toBe(texts.length);
        else expect(found.error.reason).toBe('masked');
      }),
      { numRuns: RUNS },
    );
  });
});
