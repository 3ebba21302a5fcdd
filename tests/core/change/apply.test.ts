import { describe, expect, test } from '@jest/globals';
import { applyEdits, type Outcome } from '../../../src/core/change/apply';
import { createEdit, type Edit } from '../../../src/core/change/edit';
import { surveyText } from '../../../src/core/change/survey';

/** An edit of lines of a text, counted from 0. */
function edit(text: string, line: number, count: number, replacement: readonly string[]): Edit {
  return createEdit(surveyText(text), { path: 'Note.md', line, count, replacement });
}

function reasons(outcomes: readonly Outcome[]): readonly (string | null)[] {
  return outcomes.map((outcome) => (outcome.ok ? null : outcome.error.reason));
}

describe('a write to a note', () => {
  test.each<[string, string, number, number, readonly string[], string]>([
    ['keeps the LF of the line', 'a\nb\nc\n', 1, 1, ['B'], 'a\nB\nc\n'],
    ['keeps the CRLF of the line', 'a\r\nb\r\nc', 1, 1, ['B'], 'a\r\nB\r\nc'],
    ['keeps the CR of the line', 'a\rb\rc', 1, 1, ['B'], 'a\rB\rc'],
    ['keeps each end of mixed ends', 'a\r\nb\nc\rd', 1, 1, ['B'], 'a\r\nB\nc\rd'],
    ['adds no line end at the end of the note', 'a\nb', 1, 1, ['B'], 'a\nB'],
    ['keeps the byte order mark', '\ufeffa\nb', 0, 1, ['A'], '\ufeffA\nb'],
    ['gives a new line the end of the one before it', 'a\r\nb\n', 1, 0, ['new'], 'a\r\nnew\r\nb\n'],
    ['gives a new first line the end that the note has', 'a\r\nb', 0, 0, ['new'], 'new\r\na\r\nb'],
    ['gives a new last line what it needs', 'a\r\nb', 2, 0, ['new'], 'a\r\nb\r\nnew'],
    ['gives LF to a note of one line', 'a', 1, 0, ['new'], 'a\nnew'],
    ['puts several lines in the place of one', 'a\r\nb\r\nc', 1, 1, ['x', 'y'], 'a\r\nx\r\ny\r\nc'],
    ['puts one line in the place of several', 'a\nb\r\nc\nd', 1, 2, ['x'], 'a\nx\nd'],
    ['takes a line out', 'a\nb\nc', 1, 1, [], 'a\nc'],
    ['takes the last line out', 'a\nb', 1, 1, [], 'a'],
    [
      'keeps indent, block id and child lines',
      '  - [?] a ^id\n    - child',
      0,
      1,
      ['  - [ ] a ^id'],
      '  - [ ] a ^id\n    - child',
    ],
  ])('%s', (_, text, line, count, replacement, wanted) => {
    const written = applyEdits(text, [edit(text, line, count, replacement)]);
    expect(written.text).toBe(wanted);
    expect(
      applyEdits(
        written.text,
        written.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
      ).text,
    ).toBe(text);
  });

  test('writes what can be written, and names what cannot', () => {
    const text = 'a\nb\nc\nd';
    const edits = [edit(text, 0, 1, ['A']), edit('x\ny', 0, 1, ['X']), edit(text, 3, 1, ['D'])];
    const written = applyEdits(text, edits);
    expect(written.text).toBe('A\nb\nc\nD');
    expect(reasons(written.outcomes)).toEqual([null, 'gone', null]);
  });

  test('is not misled by its own edits: two lines may swap what they say', () => {
    const text = '- [?] a\n- [?] b';
    expect(applyEdits(text, [edit(text, 0, 1, ['- [?] b']), edit(text, 1, 1, ['- [?] a'])]).text).toBe(
      '- [?] b\n- [?] a',
    );
  });

  test('changes all of many equal lines in one go', () => {
    const text = 'same\n'.repeat(50);
    const edits = Array.from({ length: 50 }, (_, line) => edit(text, line, 1, [`line ${line}`]));
    expect(applyEdits(text, edits).text).toBe(edits.map(({ replacement }) => `${replacement[0]}\n`).join(''));
  });

  test.each<[string, (text: string) => readonly Edit[], readonly (string | null)[], string]>([
    [
      'the same change given twice is made once',
      (text) => [edit(text, 1, 1, ['B']), edit(text, 1, 1, ['B'])],
      [null, 'duplicate'],
      'a\nB\nc',
    ],
    [
      'two changes of one line are both refused',
      (text) => [edit(text, 1, 1, ['B']), edit(text, 1, 1, ['C'])],
      ['overlap', 'overlap'],
      'a\nb\nc',
    ],
    [
      'changes that share a line are both refused',
      (text) => [edit(text, 0, 2, ['B']), edit(text, 1, 2, ['C'])],
      ['overlap', 'overlap'],
      'a\nb\nc',
    ],
    [
      'two inserts at one place are both refused',
      (text) => [edit(text, 1, 0, ['x']), edit(text, 1, 0, ['y'])],
      ['overlap', 'overlap'],
      'a\nb\nc',
    ],
    [
      'an insert next to a changed line is made',
      (text) => [edit(text, 1, 0, ['x']), edit(text, 1, 1, ['B'])],
      [null, null],
      'a\nx\nB\nc',
    ],
    ['a line break in the new text is refused', (text) => [edit(text, 1, 1, ['B\nC'])], ['line-break'], 'a\nb\nc'],
    ['a lone CR in the new text is refused', (text) => [edit(text, 1, 1, ['B\rC'])], ['line-break'], 'a\nb\nc'],
    ['a note is never emptied', (text) => [edit(text, 0, 3, [])], ['emptied'], 'a\nb\nc'],
  ])('%s', (_, edits, wanted, after) => {
    const written = applyEdits('a\nb\nc', edits('a\nb\nc'));
    expect(reasons(written.outcomes)).toEqual(wanted);
    expect(written.text).toBe(after);
  });

  test('is refused where a CR and an LF would become one line end', () => {
    const text = 'a\rb\nc';
    const written = applyEdits(text, [edit(text, 1, 1, [''])]);
    expect(reasons(written.outcomes)).toEqual(['line-ends']);
    expect(written).toMatchObject({ text, changes: [] });
  });

  test('changes only the characters that differ, so that a cursor in the line stays', () => {
    const text = 'first\n- [?] Call Ilse. #task #proposed #auto\n';
    const { changes } = applyEdits(text, [edit(text, 1, 1, ['- [ ] Call Ilse. #task #auto'])]);
    expect(changes).toHaveLength(2);
    expect(changes[0]).toEqual({ from: 9, to: 10, insert: ' ' });
    expect(changes[1]!.to - changes[1]!.from).toBe(' #proposed'.length);
    expect(changes[1]!.insert).toBe('');
  });

  test('leaves the note alone when there is nothing to write', () => {
    expect(applyEdits('a\r\n', [])).toEqual({ text: 'a\r\n', changes: [], outcomes: [] });
  });

  test('is undone line by line, and names the lines that somebody changed since', () => {
    const text = 'one\n- [?] a\ntwo\n- [?] b\nthree';
    const written = applyEdits(text, [edit(text, 1, 1, ['- [ ] a']), edit(text, 3, 1, ['- [ ] b'])]);
    const undo = written.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
    const undone = applyEdits(written.text.replace('[ ] b', '[x] b'), undo);
    expect(undone.text).toBe('one\n- [?] a\ntwo\n- [x] b\nthree');
    expect(reasons(undone.outcomes)).toEqual([null, 'changed']);
  });
});
