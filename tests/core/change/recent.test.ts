import { describe, expect, it } from '@jest/globals';
import { applyEdits } from '../../../src/core/change/apply';
import { createEdit, type Edit } from '../../../src/core/change/edit';
import {
  completeNote,
  failNote,
  inverse,
  renamed,
  startEntry,
  type JournalEntry,
} from '../../../src/core/change/journal';
import { readJournal } from '../../../src/core/change/read-journal';
import { selectRecent } from '../../../src/core/change/recent';
import { surveyText } from '../../../src/core/change/survey';

const TEXT = '# Note\n- [?] One #proposed\n- [?] Two #proposed\n';

function accept(path: string, line: number, text = TEXT): Edit {
  const survey = surveyText(text);
  return createEdit(survey, {
    path,
    line,
    count: 1,
    replacement: [survey.lines[line]!.text.replace('[?]', '[ ]').replace(' #proposed', '')],
  });
}

let at = 0;

/** An action that is done to notes of the same text, as the writer would. */
function done(label: string, edits: readonly Edit[], undoOf: string | null = null): JournalEntry {
  const started = begun(label, edits, undoOf);
  return started.notes.reduce((entry, { path, outcomes }) => completeNote(entry, path, outcomes), started);
}

function begun(label: string, edits: readonly Edit[], undoOf: string | null = null): JournalEntry {
  const paths = [...new Set(edits.map(({ path }) => path))];
  return startEntry(
    { id: label, at: ++at, label, undoOf, decided: 0 },
    paths.map((path) => {
      const own = edits.filter((edit) => edit.path === path);
      const text = own.every(({ expected }) => TEXT.includes(expected[0]!))
        ? TEXT
        : applyEdits(TEXT, [accept(path, 1), accept(path, 2)]).text;
      return { path, edits: own, foreseen: applyEdits(text, own).outcomes };
    }),
  );
}

const undo = (label: string, entry: JournalEntry, entries: readonly JournalEntry[]): JournalEntry =>
  done(
    label,
    inverse(entry, entries).flatMap(({ edits }) => edits),
    entry.id,
  );

const settled = (entries: readonly JournalEntry[]): Readonly<Record<string, string | null>> =>
  Object.fromEntries(selectRecent(entries).map(({ id, settled: reason }) => [id, reason]));

const two = (): JournalEntry => done('two', [accept('A.md', 1), accept('A.md', 2)]);

describe('recent changes', () => {
  it('come newest first, with their lines before and after', () => {
    const first = done('first', [accept('A.md', 1)]);
    const second = done('second', [accept('B.md', 2)]);
    const rows = selectRecent([first, second]);
    expect(rows.map(({ id }) => id)).toEqual(['second', 'first']);
    expect(rows[1]).toEqual({
      id: 'first',
      at: first.at,
      label: 'first',
      left: [],
      written: 1,
      refused: 0,
      settled: null,
      notes: [
        {
          path: 'A.md',
          state: 'done',
          effect: null,
          reason: null,
          lines: [{ line: 1, before: '- [?] One #proposed', after: '- [ ] One', refusal: null }],
        },
      ],
    });
  });

  it('name what was refused before anything was written, and follow it to another path', () => {
    const left = [{ path: 'C/D.md', sentence: '“D” was not written: it has no front matter.' }];
    const entry = { ...done('some', [accept('A.md', 1)]), left };
    expect(selectRecent([entry])[0]).toMatchObject({ left, written: 1, refused: 1 });
    expect(renamed([entry], 'C', 'E')[0]!.left).toEqual([{ ...left[0], path: 'E/D.md' }]);
    expect(readJournal(JSON.parse(JSON.stringify([entry, { ...entry, id: 'old', left: undefined }])))).toEqual([
      entry,
      { ...entry, id: 'old', left: [] },
    ]);
  });

  it('show lines that came, and lines that went', () => {
    const survey = surveyText(TEXT);
    const insert = createEdit(survey, { path: 'A.md', line: 1, count: 0, replacement: ['new', 'lines'] });
    const undoes = applyEdits(TEXT, [insert]).outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
    const lines = (edits: readonly Edit[]) =>
      selectRecent([begun('x', edits)])[0]!.notes[0]!.lines.map(({ before, after }) => [before, after]);
    expect(lines([insert])).toEqual([
      [null, 'new'],
      [null, 'lines'],
    ]);
    expect(lines(undoes)).toEqual([
      ['new', null],
      ['lines', null],
    ]);
  });

  it('say why a line or a note was not written', () => {
    const started = begun('x', [accept('A.md', 1), accept('A.md', 1), accept('B.md', 1)]);
    const entry = completeNote(started, 'A.md', started.notes[0]!.outcomes);
    const [row] = selectRecent([failNote(entry, 'B.md', 'The note was not written: read-only.')]);
    expect(row!.notes[0]!.lines.map(({ refusal }) => refusal)).toEqual([
      null,
      expect.stringMatching(/the same change was just written/),
    ]);
    expect(row!.notes[1]).toMatchObject({ state: 'failed', reason: 'The note was not written: read-only.' });
    expect([row!.written, row!.refused, row!.settled]).toEqual([1, 2, null]);
  });

  it('tell of a note that was written in two turns once, and of each line what became of it', () => {
    const started = startEntry(
      { id: 'x', at: 1, label: 'x', undoOf: null, decided: 2 },
      [1, 2].map((line) => {
        const edits = [accept('A.md', line)];
        return { path: 'A.md', edits, foreseen: applyEdits(TEXT, edits).outcomes };
      }),
    );
    const half = failNote(completeNote(started, 'A.md', started.notes[0]!.outcomes), 'A.md', 'It was stopped.');
    expect(selectRecent([half])[0]!.notes).toMatchObject([
      { path: 'A.md', state: 'done', reason: null, lines: [{ refusal: null }, { refusal: 'It was stopped.' }] },
    ]);
  });
});

describe('what cannot be taken back says why', () => {
  it('where nothing was written, where that is not known, and while it is written', () => {
    const pending = begun('pending', [accept('A.md', 1)]);
    const failed = failNote(begun('failed', [accept('A.md', 1)]), 'A.md', 'Not written.');
    const unknown: JournalEntry = {
      ...failed,
      id: 'unknown',
      notes: failed.notes.map((note) => ({ ...note, state: 'unknown' })),
    };
    expect(settled([pending, failed, unknown])).toEqual({
      pending: 'Being written.',
      failed: 'Nothing was written.',
      unknown: 'Unclear what was written.',
    });
  });

  it('where it was taken back; an undo can be taken back itself', () => {
    const entry = two();
    const back = undo('back', entry, [entry]);
    expect(settled([entry, back])).toEqual({ two: 'Undone.', back: null });
    const again = undo('again', back, [entry, back]);
    expect(settled([entry, back, again])).toEqual({
      two: 'Undone and redone.',
      back: 'Undone.',
      again: null,
    });
    const third = undo('third', again, [entry, back, again]);
    expect(settled([entry, back, again, third])).toEqual({
      two: 'Undone.',
      back: 'Undone and redone.',
      again: 'Undone.',
      third: null,
    });
  });

  it('while it is taken back; and what was refused then can be tried again', () => {
    const entry = two();
    const edits = inverse(entry, [entry]).flatMap((note) => note.edits);
    const pending = begun('back', edits, 'two');
    expect(settled([entry, pending])['two']).toBe('Being undone.');
    const half = completeNote(pending, 'A.md', [
      pending.notes[0]!.outcomes[0]!,
      { ok: false, error: { reason: 'gone', sentence: 'It is gone.' } },
    ]);
    expect(settled([entry, half])['two']).toBeNull();
    expect(selectRecent([entry, half])[0]).toMatchObject({ written: 1, refused: 1 });
  });

  it('always agrees with what an undo would write', () => {
    const entry = two();
    const back = undo('back', entry, [entry]);
    for (const entries of [[entry], [entry, back]]) {
      for (const { id, settled: reason } of selectRecent(entries)) {
        expect(
          inverse(
            entries.find((known) => known.id === id)!,
            entries,
          ).length > 0,
        ).toBe(reason === null);
      }
    }
  });
});
