import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits, type Applied } from '../../../src/core/change/apply';
import type { TextChange } from '../../../src/core/change/diff';
import { createEdit, type Edit } from '../../../src/core/change/edit';
import { surveyText } from '../../../src/core/change/survey';
import { scanLines } from '../../../src/core/text/lines';
import { lineText } from './note-model';

const RUNS = Number(process.env['RUNS'] ?? 400);
const PATH = 'Note.md';

/** How a note ends its lines: all alike, or each in its own way. */
const lineEnds: fc.Arbitrary<(index: number) => string> = fc.oneof(
  fc.constantFrom('\n', '\r\n', '\r').map((end) => () => end),
  fc
    .array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1 })
    .map((ends) => (index: number) => ends[index % ends.length]!),
);

/** A note with any line ends, with and without a byte order mark and a final line end. */
const note: fc.Arbitrary<string> = fc
  .record({
    lines: fc.array(lineText, { minLength: 1, maxLength: 14 }),
    ends: lineEnds,
    mark: fc.constantFrom('', '\ufeff'),
    final: fc.boolean(),
  })
  .map(
    ({ lines, ends, mark, final }) =>
      mark + lines.map((line, index) => line + (final || index < lines.length - 1 ? ends(index) : '')).join(''),
  );

/** Where and how to edit, to be fitted to a note. */
const wishes = fc.array(
  fc.record({
    at: fc.nat(),
    count: fc.integer({ min: 0, max: 2 }),
    replacement: fc.array(fc.oneof(lineText, fc.string()), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 5 },
);

function editsOf(
  text: string,
  asked: readonly { at: number; count: number; replacement: readonly string[] }[],
): readonly Edit[] {
  const survey = surveyText(text);
  return asked
    .filter(({ count, replacement }) => count + replacement.length > 0)
    .map(({ at, count, replacement }) => {
      const line = at % (survey.lines.length + (count === 0 ? 1 : 0));
      return createEdit(survey, { path: PATH, line, count: Math.min(count, survey.lines.length - line), replacement });
    });
}

function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let from = 0;
  for (const change of changes) {
    result += text.slice(from, change.from) + change.insert;
    from = change.to;
  }
  return result + text.slice(from);
}

function undoOf({ outcomes }: Applied): readonly Edit[] {
  return outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
}

describe('a note that is written', () => {
  test('has the bytes it had before, once the write is undone', () => {
    fc.assert(
      fc.property(note, wishes, (text, asked) => {
        const written = applyEdits(text, editsOf(text, asked));
        const undone = applyEdits(written.text, undoOf(written));
        expect(undone.outcomes.filter(({ ok }) => !ok)).toEqual([]);
        expect(undone.text).toBe(text);
      }),
      { numRuns: RUNS },
    );
  });

  test('has the bytes of the write again, once the undo is undone', () => {
    fc.assert(
      fc.property(note, wishes, (text, asked) => {
        const written = applyEdits(text, editsOf(text, asked));
        const undone = applyEdits(written.text, undoOf(written));
        expect(applyEdits(undone.text, undoOf(undone)).text).toBe(written.text);
      }),
      { numRuns: RUNS },
    );
  });

  test('has the bytes it had before, when several writes are undone one by one', () => {
    fc.assert(
      fc.property(note, fc.array(wishes, { maxLength: 4 }), (text, actions) => {
        const undos: { readonly before: string; readonly edits: readonly Edit[] }[] = [];
        let now = text;
        for (const asked of actions) {
          const written = applyEdits(now, editsOf(now, asked));
          undos.push({ before: now, edits: undoOf(written) });
          now = written.text;
        }
        for (const { before, edits } of undos.reverse()) {
          now = applyEdits(now, edits).text;
          expect(now).toBe(before);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('keeps every line that is not edited, and its line end', () => {
    fc.assert(
      fc.property(note, fc.nat(), lineText, (text, at, replacement) => {
        const lines = scanLines(text);
        const target = lines[at % lines.length]!;
        const { text: written, outcomes } = applyEdits(
          text,
          editsOf(text, [{ at, count: 1, replacement: [replacement] }]),
        );
        const stop = target.start + target.text.length;
        expect(written).toBe(outcomes[0]!.ok ? text.slice(0, target.start) + replacement + text.slice(stop) : text);
      }),
      { numRuns: RUNS },
    );
  });

  test('is the same when the changes are made one by one, as in an editor', () => {
    fc.assert(
      fc.property(note, wishes, (text, asked) => {
        const written = applyEdits(text, editsOf(text, asked));
        expect(applyChanges(text, written.changes)).toBe(written.text);
        written.changes.forEach(({ from, to, insert }, index) => {
          expect(from).toBeGreaterThan(written.changes[index - 1]?.to ?? -1);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(text.slice(from, to)).not.toBe(insert);
        });
      }),
      { numRuns: RUNS },
    );
  });

  test('takes decisions from the file into an editor, which knows LF only', () => {
    fc.assert(
      fc.property(note, wishes, (text, asked) => {
        const sameCount = asked.map((wish) => ({ ...wish, count: 1, replacement: [wish.replacement[0] ?? ''] }));
        const edits = editsOf(text, sameCount);
        const inEditor = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
        const file = applyEdits(text, edits);
        const editor = applyEdits(inEditor, edits);
        // Where two line ends would become one, only the file refuses.
        if (file.outcomes.some((outcome) => !outcome.ok && outcome.error.reason === 'line-ends')) return;
        expect(editor.outcomes.map(({ ok }) => ok)).toEqual(file.outcomes.map(({ ok }) => ok));
        expect(editor.text).toBe(file.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
      }),
      { numRuns: RUNS },
    );
  });

  test('is left as it is by edits of another note’s lines', () => {
    fc.assert(
      fc.property(note, note, wishes, (text, other, asked) => {
        const texts = new Set(scanLines(text).map((line) => line.text));
        const strange = editsOf(other, asked).filter(({ expected }) => expected.some((line) => !texts.has(line)));
        expect(applyEdits(text, strange)).toEqual({
          text,
          changes: [],
          outcomes: strange.map(() => expect.objectContaining({ ok: false })),
        });
      }),
      { numRuns: RUNS },
    );
  });
});
