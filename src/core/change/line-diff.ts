import { smallestChanges } from './diff';

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

/** What a change did to a line, to be shown: the fewest characters that went, and those that came. */
export function diffLine(before: string, after: string): LineDiff {
  const old: LinePiece[] = [];
  const fresh: LinePiece[] = [];
  const add = (pieces: LinePiece[], text: string, changed: boolean): void => {
    if (text !== '') pieces.push({ text, changed });
  };
  let at = 0;
  for (const { from, to, insert } of smallestChanges(before, after, 0)) {
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
