import { hasOwn } from '../base/has-own';

/** Why something was not written. */
export type RefusalReason = keyof typeof SENTENCES;

/** A write that did not happen. `sentence` is for the user: what did not happen, why, and what to do. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly sentence: string;
}

/** The refusal to write `line` for a reason. The sentence shows the words of the line, shortened. */
export function refuse(reason: RefusalReason, line: string): Refusal {
  return { reason, sentence: SENTENCES[reason](quote(line)) };
}

/** Whether a value names a reason. */
export function isRefusalReason(value: unknown): value is RefusalReason {
  return typeof value === 'string' && hasOwn(SENTENCES, value);
}

const notWritten =
  (why: string) =>
  (line: string): string =>
    `${line} was not written: ${why}.`;
const noAccount =
  (why: string) =>
  (line: string): string =>
    `${line} was not written as the account: ${why}.`;

const SENTENCES = {
  // Refusals of locating a line.
  changed: notWritten('the line or its place changed meanwhile, so open the note and decide there'),
  ambiguous: notWritten(
    'the note holds several lines like it and changed meanwhile, so open the note and decide there',
  ),
  gone: notWritten('the line is not in the note any more, so open the note and look whether it is still needed'),
  masked: notWritten('the line stands in front matter, code or a comment, so open the note and change it there'),
  // Refusals of writing it.
  'line-break': notWritten('the new text holds a line break, so put it on one line'),
  'line-ends': notWritten(
    'the note mixes kinds of line ends in a way that would join two lines, so open the note and change it there',
  ),
  emptied: notWritten('nothing would be left of the note, so delete the note itself'),
  overlap: notWritten('one action would change it in two ways, so decide it by itself'),
  alone: (line: string) => `${line} was left as it is: the line that it is a copy of was not written.`,
  duplicate: (line: string) =>
    `${line} was not written twice: one action held the same change two times, so nothing is left to do.`,
  // Refusals of deciding a task.
  'not-a-task': notWritten('the line is no task, so choose a line that begins like “- [?]”'),
  'not-proposed': notWritten('it is not proposed any more, so nothing is left to decide'),
  decided: notWritten('it is done or dismissed already, so nothing is left to do'),
  recurring: (line: string) =>
    `${line} was not marked done: it repeats or acts when it is done (🔁, 🏁), so use the command of the Tasks plugin.`,
  'too-long': notWritten('the line is longer than 10,000 characters, so shorten it in the note first'),
  'no-words': notWritten('the task has no words, so write what is to be done or dismiss it'),
  'past-day': (line: string) => `${line} was not snoozed: the day is not after today, so choose a later one.`,
  unchanged: notWritten('it says that already, so nothing is left to do'),
  owner: notWritten(
    'the name of an owner would be read as something else, so write it without signs such as @, # or 📅',
  ),
  text: notWritten(
    'the new text is empty or would be read as more than words, so write it on one line, without an owner, a day or a tag at its end',
  ),
  misread: notWritten(
    'with this change the line would be read as something else, so open the note and change it there',
  ),
  // Refusals of saying something of a decision.
  'not-a-decision': notWritten(
    'the line is no decision of its note, so open the note and look whether it stands in a section of decisions',
  ),
  'note-name': (line: string) =>
    `${line} was not marked superseded: the name of the other note holds signs that no link can hold, so rename that note first.`,
  // Refusals of assigning an account; the line is its name.
  'no-front-matter': noAccount(
    'the note has no front matter, so begin it with a line “---”, a line “account: …” and a line “---”',
  ),
  'open-front-matter': noAccount(
    'the front matter of the note is not closed, so put a line “---” below its last key first',
  ),
  template: noAccount('a template was not filled in the front matter of the note, so write what belongs there first'),
  'broken-front-matter': noAccount(
    'the front matter of the note is not valid YAML, so open the note and correct it first',
  ),
  'front-matter-form': noAccount(
    'the front matter holds the account or the tags in a form that is not changed for sure, so open the note and write it there',
  ),
  'other-account': noAccount('the front matter of the note names another one, so open the note and decide there'),
  'gone-note': (line: string) =>
    `${line} was not assigned: the note is not known any more, so look whether it was moved.`,
  'account-name': noAccount('the name is empty, a link, or holds signs that no name may have, so choose another name'),
  'account-link': noAccount(
    'the note names its account in a link, which cannot hold a sign of this name, so change that line in the note first',
  ),
} satisfies Readonly<Record<string, (line: string) => string>>;

const LONGEST_QUOTE = 60;

/** What may stand before the words of a line: quote marks, a list marker, a bracket. */
const BEFORE_WORDS = /^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[.\](?=\s|$))?/u;

/**
 * The words of a line in quotation marks. Characters that turn or hide text are left out: a sentence may be shown
 * anywhere.
 */
function quote(line: string): string {
  const words = [
    ...line
      .slice(0, 500)
      .replace(BEFORE_WORDS, '')
      .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  ];
  if (words.length === 0) return 'An empty line';
  return `“${words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).join('').trimEnd()}…` : words.join('')}”`;
}
