// How much of what strangers' machines write is compared, folded and shown, in UTF-16 units. What a note says stays in
// the note, and is written back byte for byte; these say how much of it is read.

/** Longer notes are not read, which is told under "Needs attention": nobody wrote them. */
export const LONGEST_NOTE = 10_000_000;
/** Notes of more lines are not read either: each line takes memory, an empty one too. */
export const MOST_LINES = 300_000;
/** Longer lines are nobody's task, label or heading: only their beginning is read, and no command writes them. */
export const LONGEST_LINE = 10_000;
/** No title, account, person or file has a longer name: file systems end at 255. What is longer is cut and ends in "…". */
export const LONGEST_NAME = 255;
/** A decision, a fact or a summary goes on for so much at most; what is longer is cut and ends in "…". */
export const LONGEST_WORDS = 10_000;

/** What is read of a line. */
export function beginning(line: string): string {
  return line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line;
}

/** The text, or its beginning and "…" where it is longer; never half of a character. */
export function capped(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const last = text.charCodeAt(longest - 2);
  return `${text.slice(0, last >= 0xd800 && last < 0xdc00 ? longest - 2 : longest - 1)}…`;
}
