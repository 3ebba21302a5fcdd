import { lastOf } from '../base/last-of';
import { smallestChanges, type TextChange } from './diff';

/** A piece of a line: whether it stayed, or went or came with a change. */
export interface LinePiece {
  readonly text: string;
  readonly changed: boolean;
}

/** A line before and after a change, each in pieces. */
export interface LineDiff {
  readonly before: readonly LinePiece[];
  readonly after: readonly LinePiece[];
}

/**
 * What a change did to a line, to be shown: the fewest characters that went, and those that came; letters that two
 * other words have in common by chance stay in them.
 */
export function diffLine(before: string, after: string): LineDiff {
  const old: LinePiece[] = [];
  const fresh: LinePiece[] = [];
  const add = (pieces: LinePiece[], text: string, changed: boolean): void => {
    if (text !== '') pieces.push({ text, changed });
  };
  let at = 0;
  for (const { from, to, insert } of joined(smallestChanges(before, after, 0), before)) {
    add(old, before.slice(at, from), false);
    add(fresh, before.slice(at, from), false);
    add(old, before.slice(from, to), true);
    add(fresh, insert, true);
    at = to;
  }
  add(old, before.slice(at), false);
  add(fresh, before.slice(at), false);
  return { before: old, after: fresh };
}

/** Changes with less between two of them than half of the longer one, as one. */
function joined(changes: readonly TextChange[], before: string): readonly TextChange[] {
  const all: TextChange[] = [];
  for (const next of changes) {
    const last = lastOf(all);
    const between = last === undefined ? '' : before.slice(last.to, next.from);
    const longest = Math.max(...[last ?? next, next].map(({ from, to, insert }) => Math.max(to - from, insert.length)));
    if (last === undefined || between.length * 2 >= longest) all.push(next);
    else all.splice(-1, 1, { from: last.from, to: next.to, insert: last.insert + between + next.insert });
  }
  return all;
}
