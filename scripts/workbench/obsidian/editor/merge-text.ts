interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * What turns `before` into `after`: one replacement, between the longest common start and end. Null where they are
 * equal.
 */
export function singleChange(before: string, after: string): Change | null {
  if (before === after) return null;
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < limit - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { from: start, to: before.length - end, text: after.slice(start, after.length - end) };
}

/** Both changes of `base` in one text, or null where they touch the same place. */
export function mergeTexts(base: string, ours: string, theirs: string): string | null {
  const own = singleChange(base, ours);
  const other = singleChange(base, theirs);
  if (!own || ours === theirs) return theirs;
  if (!other) return ours;
  const [first, second] = own.from <= other.from ? [own, other] : [other, own];
  if (first.to > second.from || (first.to === second.from && first.from === second.from)) return null;
  return (
    base.slice(0, first.from) + first.text + base.slice(first.to, second.from) + second.text + base.slice(second.to)
  );
}

/** As an editor holds it: LF line ends and no byte order mark. */
export function asEdited(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
