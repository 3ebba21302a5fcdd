import { lastOf } from '../base/last-of';
import type { Line } from '../text/lines';
import { smallestChanges, type TextChange } from './diff';
import type { Edit } from './edit';
import type { LineRange } from './locate';

/** A line of the text after a write. */
export interface Draft {
  readonly text: string;
  readonly end: Line['end'];
  /** The line that it was, as it stood or with other words; null for one that is new. */
  readonly was: Line | null;
}

/** An edit, and the lines that it means. */
export interface Hunk extends LineRange {
  readonly edit: Edit;
}

/** The lines of a text after edits that do not overlap and are in order. */
export function rewriteLines(lines: readonly Line[], hunks: readonly Hunk[]): readonly Draft[] {
  const drafts: Draft[] = [];
  const remembered = new Map<number, Line['end']>();
  let next = 0;
  const keepUntil = (stop: number): void => {
    for (const line of lines.slice(next, stop)) drafts.push({ text: line.text, end: line.end, was: line });
  };
  for (const {
    edit: { replacement, ends },
    from,
    to,
  } of hunks) {
    keepUntil(from);
    ends.forEach((end, index) => remembered.set(drafts.length - 1 + index, end));
    replacement.forEach((text, index) => {
      const was = lines[from + index]!;
      if (replacement.length === to - from) drafts.push({ text, end: was.end, was });
      // The last line ends as the last one did, whatever their number is.
      else if (to > from && index === replacement.length - 1) drafts.push({ text, end: lines[to - 1]!.end, was: null });
      else drafts.push({ text, end: index < to - from - 1 ? was.end : '', was: null });
    });
    next = to;
  }
  keepUntil(lines.length);
  return endLines(drafts, remembered);
}

/**
 * Gives an end to each line that needs one and has none: the remembered one, or that of a neighbour. The last line has
 * none.
 */
function endLines(drafts: readonly Draft[], remembered: ReadonlyMap<number, Line['end']>): readonly Draft[] {
  const usual = drafts.find(({ end }) => end !== '')?.end ?? '\n';
  let previous: Line['end'] = usual;
  return drafts.map((draft, index) => {
    const end = index === drafts.length - 1 ? '' : draft.end || remembered.get(index) || previous;
    previous = end;
    return end === draft.end ? draft : { ...draft, end };
  });
}

/**
 * What the new lines change in the text, after its byte order mark `mark`. A line that stayed or got other words is
 * compared with itself.
 */
export function changesTo(text: string, mark: string, drafts: readonly Draft[]): readonly TextChange[] {
  const changes: TextChange[] = [];
  const add = (from: number, to: number, insert: string): void => {
    for (const change of smallestChanges(text.slice(from, to), insert, from)) {
      const last = lastOf(changes);
      if (last?.to === change.from)
        changes.splice(-1, 1, { from: last.from, to: change.to, insert: last.insert + change.insert });
      else changes.push(change);
    }
  };
  let from = 0;
  let between = mark;
  for (const { text: words, end, was } of drafts) {
    // Nearly all lines of a long note stay.
    if (was !== null && from === was.start && between === '' && words === was.text && end === was.end) {
      from += words.length + end.length;
      continue;
    }
    if (was === null || was.end !== end) {
      between += words + end;
      continue;
    }
    add(from, was.start, between);
    add(was.start, was.start + was.text.length, words);
    from = was.start + was.text.length + end.length;
    between = '';
  }
  add(from, text.length, between);
  return changes;
}
