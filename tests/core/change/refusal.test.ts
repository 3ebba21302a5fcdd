import { describe, expect, test } from '@jest/globals';
import { isRefusalReason, refuse, type RefusalReason } from '../../../src/core/change/refusal';

const LINE = '> 1. [?] Call Ilse. 📅 2026-03-06 #task #proposed';
const QUOTE = '“Call Ilse. 📅 2026-03-06 #task #proposed”';

describe('what is not written is told in one sentence', () => {
  test.each<[RefusalReason, string]>([
    ['changed', `Couldn't update ${QUOTE}: the note changed. Decide it in the note.`],
    ['ambiguous', `Couldn't update ${QUOTE}: the note has several lines like it. Decide it in the note.`],
    ['gone', `Couldn't update ${QUOTE}: it's no longer in the note.`],
    ['masked', `Couldn't update ${QUOTE}: it's in front matter, code or a comment. Edit it in the note.`],
    ['line-break', `Couldn't update ${QUOTE}: the new text has a line break. Put it on one line.`],
    ['line-ends', `Couldn't update ${QUOTE}: the note has mixed line endings. Edit it in the note.`],
    ['emptied', `Couldn't update ${QUOTE}: the note would be empty. Delete the note instead.`],
    ['overlap', `Couldn't update ${QUOTE}: it would change twice at once. Decide it on its own.`],
    ['duplicate', `Skipped ${QUOTE}: the same change was just written.`],
    ['not-a-task', `Couldn't update ${QUOTE}: it isn't a task. Choose a line that starts with “- [?]”.`],
    ['not-proposed', `Couldn't update ${QUOTE}: it's no longer proposed.`],
    ['decided', `Couldn't update ${QUOTE}: it's already done or dismissed.`],
    ['recurring', `Couldn't mark ${QUOTE} done: it recurs (🔁, 🏁). Use the Tasks plugin's command.`],
    ['too-long', `Couldn't update ${QUOTE}: it's over 10,000 characters. Shorten it in the note.`],
    ['no-words', `Couldn't update ${QUOTE}: it has no text. Write what to do, or dismiss it.`],
    ['not-a-decision', `Couldn't update ${QUOTE}: it isn't in a section of decisions. Move it to one.`],
    ['note-name', `Couldn't mark ${QUOTE} superseded: the other note's name can't be linked. Rename that note first.`],
    ['past-day', `Couldn't snooze ${QUOTE}: choose a day after today.`],
  ])('%s', (reason, sentence) => {
    expect(refuse(reason, LINE)).toEqual({ reason, sentence });
    expect(isRefusalReason(reason)).toBe(true);
  });

  test.each([
    ['a long line is shortened', `- [?] ${'word '.repeat(100)}`, `“${'word '.repeat(12).trim()}…”: `],
    ['an emoji is not cut in half', `- [?] ${'📅'.repeat(100)}`, `“${'📅'.repeat(60)}…”: `],
    ['characters that turn or hide text are left out', '- [?] annex\u202efdp.exe\u200b.', '“annex fdp.exe .”: '],
    ['an empty line is called so', '  ', 'an empty line: '],
  ])('%s', (_, line, start) => {
    expect(refuse('gone', line).sentence.startsWith(`Couldn't update ${start}`)).toBe(true);
  });

  test('a reason that nobody knows is none', () => {
    expect(['toString', '__proto__', '', 3, null].map(isRefusalReason)).toEqual([false, false, false, false, false]);
  });
});
