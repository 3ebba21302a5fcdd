import { ROLLUP_KEYS, SHOWS, valuesFor, type RollupShow } from './keys';
import { words } from '../../words/words';

/** What may be written at the cursor. */
export interface Completion {
  /** What it is called in the list. */
  readonly label: string;
  /** A few words on it; may be empty. */
  readonly about: string;
  /** What replaces the text from `from` on. */
  readonly insert: string;
}

/** What may be written at the end of a line, and from which character of the line on it would stand there. */
export interface Completions {
  readonly from: number;
  readonly options: readonly Completion[];
}

/** Names that a block may hold. They are asked for only where they are needed. */
export interface KnownNames {
  readonly accounts: () => readonly string[];
  readonly people: () => readonly string[];
}

/**
 * What may be written in a block. `before`: the line up to the cursor; `lines`: the block, to leave out keys that it
 * holds and values that do not fit.
 */
export function completionsAt(before: string, lines: readonly string[], names: KnownNames): Completions {
  const value = /^(\s*([a-z]+)\s*:\s*)(.*)$/i.exec(before);
  if (value === null) return { from: before.search(/\S|$/), options: keysFor(before.trim(), lines) };
  const [, head, key, written] = value;
  const name = key!.toLowerCase();
  // Owners and statuses are lists: only the last item is being written.
  const isList = name === 'owner' || name === 'status';
  const start = isList ? written!.lastIndexOf(',') + 1 : 0;
  const from = head!.length + start + /^\s*/.exec(written!.slice(start))![0].length;
  return { from, options: valuesOf(name, lines, names).filter(matching(before.slice(from))) };
}

function keysFor(written: string, lines: readonly string[]): readonly Completion[] {
  const known = new Set(lines.map((line) => /^\s*([a-z]+)\s*:/i.exec(line)?.[1]?.toLowerCase()));
  return ROLLUP_KEYS.filter(({ name }) => name === 'account' || !known.has(name))
    .map(({ name, about }): Completion => ({ label: name, about, insert: `${name}: ` }))
    .filter(matching(written));
}

function valuesOf(written: string, lines: readonly string[], names: KnownNames): readonly Completion[] {
  const plain = (word: string, about = ''): Completion => ({ label: word, about, insert: word });
  if (written === 'account')
    return [plain('all', words.rollups.everyAccount), ...names.accounts().map((name) => plain(name))];
  // A comma would end the name.
  if (written === 'owner')
    return [
      plain('me'),
      plain('nobody', words.rollups.withoutOwner),
      ...names
        .people()
        .filter((name) => !name.includes(','))
        .map((name) => plain(name)),
    ];
  const key = ROLLUP_KEYS.find(({ name }) => name === written)?.name;
  return key === undefined ? [] : valuesFor(key, shownBy(lines)).map((word) => plain(word));
}

function shownBy(lines: readonly string[]): RollupShow {
  return (
    SHOWS.find((show) => lines.some((line) => line.replace(/\s/g, '').toLowerCase() === `show:${show}`)) ?? 'decisions'
  );
}

/** Whether an option answers what was written: each of its words begins one of the option's. */
function matching(written: string): (option: Completion) => boolean {
  const words = written
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return ({ label }) => {
    const own = label.toLowerCase().split(/\s+/);
    return words.every((word) => own.some((other) => other.startsWith(word)));
  };
}
