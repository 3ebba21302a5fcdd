import { isPlainName } from '../task/owner';
import { ownerField } from '../task/rewrite-segments';
import { taskText } from '../task/task';
import { parseTaskLine, type Segment } from '../task/task-line';
import { LONGEST_LINE } from '../text/caps';
import { detectDamage } from '../text/encoding';
import { foldSpace } from '../text/space';

/**
 * Why a name cannot be written as the owner of a task, in one sentence, or null: it is written behind an `@` and must
 * be read back as it is, or in a field of Dataview. White space around it does not count.
 */
export function ownerFault(name: string): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return "An owner's name cannot be empty: write a name.";
  const unwritable = unwritableFault(name, "An owner's name");
  if (unwritable !== null) return unwritable;
  const sign = /[@#]/.exec(trimmed)?.[0];
  if (sign !== undefined)
    return `An owner's name cannot hold “${sign}”: it begins ${sign === '@' ? 'another owner' : 'a tag'}, so leave it out.`;
  if (!closesBrackets(trimmed))
    return "An owner's name cannot hold half a pair of brackets: close them or leave them out.";
  const field = piecesOf(`do @${trimmed}`).find(({ kind }) => kind !== 'owner' && kind !== 'text');
  if (field !== undefined)
    return `An owner's name cannot hold “${signOf(field)}”: it begins ${WHAT[field.kind]}, so leave it out.`;
  // Written into a field of Dataview, a sign might mean something else there.
  const odd = isPlainName(trimmed)
    ? null
    : /[^\p{L}\p{M}\p{N}\s'’.,&()/|;:*_-]/u.exec(trimmed.replace(/^[^\p{L}\p{N}]+/u, ''))?.[0];
  if (odd != null) return `An owner's name cannot hold “${odd}”: leave it out.`;
  const pieces = piecesOf(`do ${ownerField(trimmed)}`).slice(1);
  const [owner] = pieces;
  if (owner?.kind !== 'owner' || trimmed.split(/\s+/).length > 8)
    return "An owner's name begins with a letter or a digit and has at most eight words: write it so.";
  return owner.name === trimmed && pieces.length === 1 && !/^[^\p{L}\p{N}]|[\s,;:&/|*_-]$|\s(?:and|or)$/iu.test(trimmed)
    ? null
    : "An owner's name cannot begin or end with signs, “and” or “or”, or be a link: leave them out.";
}

/**
 * Why a text cannot become the words of a task, in one sentence, or null: it must be read back as it is, white space
 * folded.
 */
export function textFault(text: string): string | null {
  const folded = foldSpace(text);
  if (folded === '') return 'The text cannot be empty: write what is to be done.';
  const unwritable = unwritableFault(text.replace(/\t/g, ' '), 'The text');
  if (unwritable !== null) return unwritable;
  const pieces = piecesOf(folded);
  const field = pieces.find(({ kind }) => kind !== 'text' && kind !== 'tag');
  if (field !== undefined)
    return `The text cannot hold “${signOf(field)}”: it would be read as ${WHAT[field.kind]}, so leave it out.`;
  if (taskText({ prefix: '', symbol: ' ', segments: pieces }) === folded) return null;
  const tag = pieces.find(({ kind }) => kind === 'tag');
  return `The text cannot hold ${tag === undefined ? 'empty brackets' : `“${signOf(tag)}” there`}: it would not be read as a part of it, so leave it out.`;
}

const WHAT: Readonly<Record<Segment['kind'], string>> = {
  text: 'words',
  owner: 'an owner',
  date: 'a date',
  priority: 'a priority',
  tag: 'a tag',
  other: 'a field of the Tasks plugin',
  'block-id': 'the id of a block',
  comment: 'a comment',
};

/** What no line can hold, or not for sure. */
function unwritableFault(text: string, subject: string): string | null {
  if (/[\n\r\u2028\u2029]/.test(text)) return `${subject} cannot hold a line break: write it on one line.`;
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return `${subject} cannot hold control characters: write it anew, without them.`;
  // With it, the whole note would be read as damaged.
  if (detectDamage(text) !== null)
    return `${subject} cannot hold damaged characters such as “â€™”: write what they meant.`;
  return text.length > LONGEST_LINE / 2 ? `${subject} is longer than 5,000 characters: shorten it.` : null;
}

function piecesOf(words: string): readonly Segment[] {
  return parseTaskLine(`- [ ] ${words}`)!.segments;
}

/** How a piece begins, as it is shown: `📅`, `@Ana`, `[due`. */
function signOf({ raw }: Segment): string {
  return /^(?:[#@^][^\s]{0,20}|[[(][a-z]*|.)/iu.exec(raw.trim())?.[0] ?? '';
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

function closesBrackets(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    const closing = CLOSING.get(character);
    if (closing !== undefined) open.push(closing);
    else if (')]}'.includes(character) && open.pop() !== character) return false;
  }
  return open.length === 0;
}
