/** An owner as read from the text after its `@`. */
export interface OwnerReading {
  readonly name: string;
  /** How much of the text it takes, in UTF-16 units. */
  readonly length: number;
}

/**
 * Reads the owner at the start of `run`, the text from behind the `@` up to the next field. `opensLine`: only fields
 * stand before it. Names hold spaces, particles and remarks in brackets.
 */
export function readOwner(run: string, opensLine: boolean): OwnerReading {
  const whole = run.trimEnd();
  if (!opensLine && PLAIN_NAME.test(whole)) return { name: whole, length: whole.length };
  const length = ownerLength(run, opensLine);
  return { name: cleanName(run.slice(0, length)), length };
}

/** Words and nothing else, as most names are. */
const PLAIN_NAME = /^(?:[a-zA-Z]+ )*(?!(?:and|or)$)[a-zA-Z]+$/;

function ownerLength(run: string, opensLine: boolean): number {
  if (opensLine) {
    // `@Ana: send the deck` or `@Ana send the deck`: the words after the name are the task.
    const colon = /^[^:()[\]]{1,40}:(?=\s)/u.exec(run);
    if (colon !== null) return colon[0].length;
    if (/^\s*(?:\S+\s+){3}\S/u.test(run)) return /^\S+/u.exec(run)![0].length;
  }
  let depth = 0;
  for (let at = 0; at < run.length; at++) {
    const character = run[at]!;
    if ('([{'.includes(character)) depth++;
    // The bracket that the @ stands in, as in `(@Ana)`.
    else if (')]}'.includes(character) && --depth < 0) return at;
  }
  return run.trimEnd().length;
}

function cleanName(written: string): string {
  const name = withoutTail(unlinked(written), /[\s,;:&/|*_-]/u)
    .replace(/\s(?:and|or)$/iu, '')
    .trim();
  // A full stop ends the sentence, not the name, unless it belongs to it.
  return /(?:^|\s)(?:Jr|Sr|Inc|Ltd|Co|Corp|Dr|\p{Lu})\.$/u.test(name) ? name : withoutTail(name, /[.!?]/);
}

/** `[[People/Ana Lopez|Ana]] (lead)` is `Ana (lead)`. */
function unlinked(written: string): string {
  const link = /^\[\[([^\]]*)\]\]/u.exec(written);
  if (link === null) return written;
  const [target = '', alias] = link[1]!.split('|');
  return (alias ?? target.slice(target.lastIndexOf('/') + 1)) + written.slice(link[0].length);
}

function withoutTail(text: string, tail: RegExp): string {
  let end = text.length;
  while (end > 0 && tail.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/**
 * Whether an owner reads like a part of the sentence ("Ask @Ilse about the racks. @Myself"), which is a mention and
 * stays text: one before another owner (`followed`) that goes on in words no name has, or one that runs on for a whole
 * sentence.
 */
export function isMention(name: string, followed: boolean): boolean {
  if (!followed && name.length < 2 * MOST_WORDS) return false;
  const words = (name.includes('(') ? name.replace(/\([^)]*\)?/gu, ' ') : name).trim().split(/\s+/);
  return (
    words.length > MOST_WORDS || (followed && words.slice(1).some((word) => SENTENCE_WORDS.has(word.toLowerCase())))
  );
}

/** No name has more. */
const MOST_WORDS = 8;
const SENTENCE_WORDS: ReadonlySet<string> = new Set([
  'about',
  'to',
  'for',
  'the',
  'with',
  'on',
  'in',
  'at',
  'from',
  'that',
  'whether',
  'if',
  'when',
  'by',
  'will',
  'is',
  'are',
  'should',
  'has',
  'before',
  'after',
]);
