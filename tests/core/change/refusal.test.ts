import { describe, expect, test } from '@jest/globals';
import { isRefusalReason, refuse, type RefusalReason } from '../../../src/core/change/refusal';

const LINE = '> 1. [?] Call Ilse. 📅 2026-03-06 #task #proposed';
const QUOTE = '“Call Ilse. 📅 2026-03-06 #task #proposed”';

describe('what is not written is told in one sentence', () => {
  test.each<[RefusalReason, string]>([
    ['changed', 'was not written: the line or its place changed meanwhile, so open the note and decide there.'],
    [
      'ambiguous',
      'was not written: the note holds several lines like it and changed meanwhile, so open the note and decide there.',
    ],
    [
      'gone',
      'was not written: the line is not in the note any more, so open the note and look whether it is still needed.',
    ],
    [
      'masked',
      'was not written: the line stands in front matter, code or a comment, so open the note and change it there.',
    ],
    ['line-break', 'was not written: the new text holds a line break, so put it on one line.'],
    [
      'line-ends',
      'was not written: the note mixes kinds of line ends in a way that would join two lines, so open the note and change it there.',
    ],
    ['emptied', 'was not written: nothing would be left of the note, so delete the note itself.'],
    ['overlap', 'was not written: one action would change it in two ways, so decide it by itself.'],
    ['duplicate', 'was not written twice: one action held the same change two times, so nothing is left to do.'],
    ['not-a-task', 'was not written: the line is no task, so choose a line that begins like “- [?]”.'],
    ['not-proposed', 'was not written: it is not proposed any more, so nothing is left to decide.'],
    ['decided', 'was not written: it is done or dismissed already, so nothing is left to do.'],
    [
      'recurring',
      'was not marked done: it repeats or acts when it is done (🔁, 🏁), so use the command of the Tasks plugin.',
    ],
    ['too-long', 'was not written: the line is longer than 10,000 characters, so shorten it in the note first.'],
    ['no-words', 'was not written: the task has no words, so write what is to be done or dismiss it.'],
    [
      'not-a-decision',
      'was not written: the line is no decision of its note, so open the note and look whether it stands in a section of decisions.',
    ],
    [
      'note-name',
      'was not marked superseded: the name of the other note holds signs that no link can hold, so rename that note first.',
    ],
    ['past-day', 'was not snoozed: the day is not after today, so choose a later one.'],
  ])('%s', (reason, rest) => {
    expect(refuse(reason, LINE)).toEqual({ reason, sentence: `${QUOTE} ${rest}` });
    expect(isRefusalReason(reason)).toBe(true);
  });

  test.each([
    ['a long line is shortened', `- [?] ${'word '.repeat(100)}`, `“${'word '.repeat(12).trim()}…” was not written`],
    ['an emoji is not cut in half', `- [?] ${'📅'.repeat(100)}`, `“${'📅'.repeat(60)}…” was not written`],
    [
      'characters that turn or hide text are left out',
      '- [?] annex\u202efdp.exe\u200b.',
      '“annex fdp.exe .” was not written',
    ],
    ['an empty line is called so', '  ', 'An empty line was not written'],
  ])('%s', (_, line, start) => {
    expect(refuse('gone', line).sentence.startsWith(start)).toBe(true);
  });

  test('a reason that nobody knows is none', () => {
    expect(['toString', '__proto__', '', 3, null].map(isRefusalReason)).toEqual([false, false, false, false, false]);
  });
});
