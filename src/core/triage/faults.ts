import { isPlainName } from '../task/owner';
import { ownerField } from '../task/rewrite-segments';
import { taskText } from '../task/task';
import { parseTaskLine, type Segment } from '../task/task-line';
import { LONGEST_LINE } from '../text/caps';
import { detectDamage } from '../text/encoding';
import { foldSpace } from '../text/space';
import { words } from '../../words/words';

/** The words of a task, before what is tried behind them. */
const TASK = 'do';

/**
 * Why a name cannot be written as the owner of a task, in one sentence, or null: it is written behind an `@` and must
 * be read back as it is, or in a field of Dataview. White space around it does not count.
 */
export function ownerFault(name: string): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return words.faults.noName;
  const unwritable = unwritableFault(name);
  if (unwritable !== null) return unwritable;
  const sign = /[@#]/.exec(trimmed)?.[0];
  if (sign !== undefined)
    return words.faults.starts(sign, sign === '@' ? words.faults.anotherOwner : words.faults.what.tag);
  if (!closesBrackets(trimmed)) return words.faults.brackets;
  const field = piecesOf(`${TASK} @${trimmed}`).find(({ kind }) => kind !== 'owner' && kind !== 'text');
  if (field !== undefined) return words.faults.starts(signOf(field), words.faults.what[field.kind]);
  // Written into a field of Dataview, a sign might mean something else there.
  const odd = isPlainName(trimmed)
    ? null
    : /[^\p{L}\p{M}\p{N}\s'’.,&()/|;:*_-]/u.exec(trimmed.replace(/^[^\p{L}\p{N}]+/u, ''))?.[0];
  if (odd != null) return words.faults.oddSign(odd);
  const pieces = piecesOf(`${TASK} ${ownerField(trimmed)}`).slice(1);
  const [owner] = pieces;
  if (owner?.kind !== 'owner' || trimmed.split(/\s+/).length > 8) return words.faults.form;
  return owner.name === trimmed && pieces.length === 1 && !/^[^\p{L}\p{N}]|[\s,;:&/|*_-]$|\s(?:and|or)$/iu.test(trimmed)
    ? null
    : words.faults.edges;
}

/**
 * Why a text cannot become the words of a task, in one sentence, or null: it must be read back as it is, white space
 * folded.
 */
export function textFault(text: string): string | null {
  const folded = foldSpace(text);
  if (folded === '') return words.faults.noText;
  const unwritable = unwritableFault(text.replace(/\t/g, ' '));
  if (unwritable !== null) return unwritable;
  const pieces = piecesOf(folded);
  const field = pieces.find(({ kind }) => kind !== 'text' && kind !== 'tag');
  if (field !== undefined) return words.faults.readAs(signOf(field), words.faults.what[field.kind]);
  if (taskText({ prefix: '', symbol: ' ', segments: pieces }) === folded) return null;
  const tag = pieces.find(({ kind }) => kind === 'tag');
  return tag === undefined ? words.faults.emptyBrackets : words.faults.lost(signOf(tag));
}

/** What no line can hold, or not for sure. */
function unwritableFault(text: string): string | null {
  if (/[\n\r\u2028\u2029]/.test(text)) return words.faults.lineBreak;
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return words.faults.control;
  // With it, the whole note would be read as damaged.
  if (detectDamage(text) !== null) return words.faults.damaged;
  return text.length > LONGEST_LINE / 2 ? words.faults.long : null;
}

function piecesOf(text: string): readonly Segment[] {
  return parseTaskLine(`- [ ] ${text}`)!.segments;
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
