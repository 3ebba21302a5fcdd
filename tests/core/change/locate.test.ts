import { describe, expect, test } from '@jest/globals';
import { createEdit } from '../../../src/core/change/edit';
import { locate } from '../../../src/core/change/locate';
import { surveyText } from '../../../src/core/change/survey';

const T = '- [?] Call Ilse. #task #proposed';

/** Where the line marked with `»` at its start is found in another text: its number from 1, or why it is not. */
function find(marked: readonly string[], now: readonly string[]): number | string {
  const line = marked.findIndex((text) => text.startsWith('»'));
  const edit = createEdit(surveyText(marked.map((text) => text.replace('»', '')).join('\n')), {
    path: 'Note.md',
    line,
    count: 1,
    replacement: ['- [ ] Call Ilse. #task'],
  });
  const found = locate(surveyText(now.join('\n')), edit);
  return found.ok ? found.value.from + 1 : found.error.reason;
}

describe('a task that is the only one of its words', () => {
  test.each<[string, readonly string[], readonly string[], number | string]>([
    ['is found where it was', ['a', `»${T}`, 'b'], ['a', T, 'b'], 2],
    ['is found below lines that were added above it', ['a', `»${T}`, 'b'], ['new', 'newer', 'a', T, 'b'], 4],
    ['is found above where it was, once lines above it are gone', ['a', 'b', `»${T}`], [T], 1],
    ['is found though all around it changed', ['a', `»${T}`, 'b'], ['x', T, 'y'], 2],
    ['is found under another heading', ['# A', `»${T}`, '# B'], ['# A', '# B', T], 3],
    [
      'is found in a note whose front matter grew',
      ['---', 'a: 1', '---', `»${T}`],
      ['---', 'a: 1', 'b: 2', '---', T],
      5,
    ],
    [
      'is not found once it was retyped',
      ['a', `»${T}`, 'b'],
      ['a', '- [?] Call Ilse today. #task #proposed', 'b'],
      'changed',
    ],
    [
      'is not found once it was decided elsewhere',
      ['a', `»${T}`, 'b'],
      ['c', '- [x] Call Ilse. #task', 'd'],
      'changed',
    ],
    [
      'is written already, where the same was decided elsewhere',
      ['a', `»${T}`, 'b'],
      ['c', '- [ ] Call Ilse. #task', 'd'],
      'unchanged',
    ],
    [
      'is not taken for written, where the line was deleted and another one always said that',
      ['a', `»${T}`, 'b', 'Done.'],
      ['a', 'b', 'Done.'],
      'gone',
    ],
    [
      'is not taken for written, where its place cannot be told',
      ['a', `»${T}`, 'b'],
      ['c', '- [ ] Call Ilse. #task', 'd', '- [ ] Call Ilse. #task'],
      'changed',
    ],
    ['is not found once it is gone', ['a', `»${T}`, 'b'], ['a', 'b'], 'gone'],
    ['is not found with a space more or less', ['a', `»${T}`], ['a', `${T} `], 'changed'],
    ['is not found once it stands in a fence', [`»${T}`], ['```', T, '```'], 'masked'],
    ['is not found once it stands in a comment', [`»${T}`], ['%%', T, '%%'], 'masked'],
    ['is not found in front matter', [`»${T}`], ['---', T, '---'], 'masked'],
    [
      'is not mistaken for the new one, where another copy was pasted and its surroundings changed',
      [`»${T}`, 'b'],
      ['x', T, 'y', T],
      'ambiguous',
    ],
    ['is told from a pasted copy by the lines around it', ['a', `»${T}`, 'b'], ['a', T, 'b', T], 2],
    ['is told from a copy that was pasted above it, too', ['a', `»${T}`, 'b'], [T, 'a', T, 'b'], 3],
    ['is not told from a copy right beside it', ['a', `»${T}`, 'b'], ['a', T, T, 'b'], 'ambiguous'],
  ])('%s', (_, before, now, wanted) => expect(find(before, now)).toBe(wanted));
});

const BLOCK = ['# A', 'p', 'q', 'r'];
const END = ['s', 't', 'u'];

describe('one of several equal tasks', () => {
  test.each<[string, readonly string[], readonly string[], number | string]>([
    ['is found by its order in a note that did not change', [T, `»${T}`, T], [T, T, T], 2],
    [
      'is found by its neighbours after lines were added',
      ['a', T, 'b', 'c', `»${T}`, 'd'],
      ['new', 'a', T, 'b', 'c', T, 'd'],
      6,
    ],
    [
      'is found by its neighbours after another one was decided',
      ['a', T, 'b', 'c', `»${T}`, 'd'],
      ['a', '- [ ] Call Ilse. #task', 'b', 'c', T, 'd'],
      5,
    ],
    [
      'is found by its neighbours after another one was removed',
      ['a', T, 'b', 'c', `»${T}`, 'd'],
      ['a', 'b', 'c', T, 'd'],
      4,
    ],
    [
      'is found by neighbours farther away where those next to it are no sign',
      ['p', 'a', T, 'a', 'q', 'r', 'a', `»${T}`, 'a', 's'],
      ['new', 'p', 'a', T, 'a', 'q', 'r', 'a', T, 'a', 's'],
      9,
    ],
    [
      'is found by its heading and one neighbour, in their order',
      ['# A', 'a', T, 'b', '# B', 'c', `»${T}`, 'd'],
      ['# A', 'a', T, 'b', '# B', 'c', T, 'new'],
      7,
    ],
    ['is found with blank lines added around it', ['a', `»${T}`, 'b', T, 'c'], ['a', '', T, '', '', 'b', T, 'c'], 3],
    [
      'is not guessed by its heading alone',
      ['# A', 'a', T, 'b', '# B', 'c', `»${T}`, 'd'],
      ['# A', 'a', T, 'b', '# B', 'x', T, 'y'],
      'ambiguous',
    ],
    ['is not guessed once one of two in a row is gone', ['a', T, `»${T}`, 'b'], ['a', T, 'b'], 'ambiguous'],
    [
      'is not guessed between neighbours that repeat',
      ['a', T, 'b', 'a', `»${T}`, 'b'],
      ['new', 'a', T, 'b', 'a', T, 'b'],
      'ambiguous',
    ],
    [
      'is not guessed once one of two repeated blocks is gone',
      [...BLOCK, `»${T}`, ...END, ...BLOCK, T, ...END],
      [...BLOCK, T, ...END],
      'ambiguous',
    ],
    [
      'is not taken for its twin once its neighbours were copied around that',
      ['a', `»${T}`, 'b', 'c', T, 'd'],
      ['a', 'b', 'a', T, 'b', 'd'],
      'ambiguous',
    ],
    [
      'is not guessed where its neighbours went apart',
      ['# A', 'p', `»${T}`, 'a', '# B', 'q', T, 'c'],
      ['# A', 'p', T, 'x', '# B', T, 'a'],
      'ambiguous',
    ],
    [
      'is not taken for its twin once it is gone',
      ['a', `»${T}`, 'b', 'c', T, 'd'],
      ['a', 'b', 'c', T, 'd'],
      'ambiguous',
    ],
    [
      'is not taken for its twin once it was retyped',
      ['a', `»${T}`, 'b', 'c', T, 'd'],
      ['a', '- [?] Call them.', 'b', 'c', T, 'd'],
      'ambiguous',
    ],
    ['is not taken for its twin in a fence', ['a', `»${T}`, '```', T, '```'], ['a', '```', T, '```'], 'masked'],
    [
      'is not taken for its twin that left a fence while it went into one',
      ['```', T, '```', 'a', `»${T}`, '```'],
      [T, '```', 'a', T, '```'],
      'ambiguous',
    ],
  ])('%s', (_, before, now, wanted) => expect(find(before, now)).toBe(wanted));

  test('is not taken for one that was decided alike, after its own decision was taken back by hand', () => {
    const decided = ['a', '»- [ ] Call Ilse. #task', 'b', 'c', T, 'd'];
    expect(find(decided, ['a', T, 'b', 'c', '- [ ] Call Ilse. #task', 'd'])).toBe('ambiguous');
  });
});

describe('an insert', () => {
  const locateInsert = (before: string, line: number, now: string): number | string => {
    const found = locate(
      surveyText(now),
      createEdit(surveyText(before), { path: 'Note.md', line, count: 0, replacement: ['new'] }),
    );
    return found.ok ? found.value.from + 1 : found.error.reason;
  };

  test.each<[string, string, number, string, number | string]>([
    ['goes between the lines it was meant for', 'a\nb\nc', 1, 'x\na\nb\nc', 3],
    ['goes to the end of the note', 'a\nb', 2, 'x\na\nb', 4],
    ['goes to the start of the note', 'a\nb', 0, 'a\nb\nc', 1],
    ['keeps its place among blank lines', 'a\n\n\n\nb', 3, 'x\na\n\n\n\nb', 5],
    ['is refused once one of its neighbours changed', 'a\nb', 1, 'a\nc', 'changed'],
    ['is refused once a blank line came in between', 'a\nb', 1, 'a\n\nb', 'changed'],
    ['is refused where its place is there twice', 'a\nb', 1, 'a\nb\na\nb', 'ambiguous'],
    ['is refused inside of a fence', 'a\nb', 1, '```\na\nb\n```', 'masked'],
    ['goes into front matter when it is meant for it', '---\na: 1\n---\nb', 2, '---\nz: 1\na: 1\n---\nb', 4],
    ['stays out of front matter when it is meant for the body', 'a: 1\n---\nb', 1, '---\na: 1\n---\nb', 'masked'],
  ])('%s', (_, before, line, now, wanted) => expect(locateInsert(before, line, now)).toBe(wanted));
});

describe('an edit of several lines', () => {
  test('means all of them, one after the other', () => {
    const edit = createEdit(surveyText('a\nb\nc\nd'), { path: 'Note.md', line: 1, count: 2, replacement: ['x'] });
    expect(locate(surveyText('b\na\nb\nc\nd'), edit)).toEqual({ ok: true, value: { from: 2, to: 4 } });
    expect(locate(surveyText('a\nb\nnew\nc\nd'), edit).ok).toBe(false);
  });

  test('can only be made of lines that are there', () => {
    expect(() => createEdit(surveyText('a'), { path: 'Note.md', line: 1, count: 1, replacement: [] })).toThrow(
      RangeError,
    );
  });
});

test('a note of thousands of equal lines is searched in a moment', () => {
  const text = `${`${T}\n`.repeat(5000)}end`;
  const survey = surveyText(text);
  const edit = createEdit(survey, { path: 'Note.md', line: 2500, count: 1, replacement: ['x'] });
  expect(locate(survey, edit)).toEqual({ ok: true, value: { from: 2500, to: 2501 } });
  expect(locate(surveyText(`${text}\nnew`), edit).ok).toBe(false);
});
