import { closesFence, fenceOf } from './block-scan';
import type { Line } from './line-map';

/** An item of a list: where its own words start and end (not its children's), and whose child it is. */
export interface ListItem {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The line of the item it stands in; null at the top of its list. */
  readonly parent: number | null;
  readonly task: string | null;
}

interface OpenItem {
  readonly item: { line: number; start: number; end: number; parent: number | null; task: string | null };
  /** The column where its text starts: what stands there or further right belongs to it. */
  readonly content: number;
}

const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:([ \t]+)(.*))?$/;

/** The items of a list, or of the lists in a quote or callout. Code in items holds none. */
export function scanListItems(lines: readonly Line[]): ListItem[] {
  const items: ListItem[] = [];
  let open: OpenItem[] = [];
  let fence: string | null = null;
  for (const line of lines) {
    const quote = /^(?: {0,3}>[ \t]?)*/.exec(line.text)?.[0].length ?? 0;
    const text = line.text.slice(quote);
    const inner = text.replace(/^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/, '');
    if (fence !== null) {
      if (closesFence(text, fence)) fence = null;
      extend(open, line);
      continue;
    }
    fence = fenceOf(inner);
    const match = ITEM.exec(text);
    const column = columnOf(match?.[1] ?? '', 0);
    const above = match ? open.filter(({ content }) => content <= column) : open;
    // Four columns further in than the text around it stands code, no item.
    if (match && column - (above.at(-1)?.content ?? 0) < 4) {
      const start = line.offset + quote + (match[1]?.length ?? 0);
      const marker = column + (match[2]?.length ?? 0);
      const gap = columnOf(match[3] ?? ' ', marker) - marker;
      const item = {
        line: line.number,
        start,
        end: line.offset + line.text.trimEnd().length,
        parent: above.at(-1)?.item.line ?? null,
        task: /^\[(.)\](?:[ \t]|$)/u.exec(match[4] ?? '')?.[1] ?? null,
      };
      items.push(item);
      open = [...above, { item, content: marker + (gap > 4 ? 1 : gap) }];
    } else if (/^#{1,6}[ \t]/.test(text)) {
      open = [];
    } else if (text.trim() !== '') {
      extend(open, line);
    }
  }
  return items;
}

function extend(open: readonly OpenItem[], line: Line): void {
  const last = open.at(-1);
  if (last && line.text.trim() !== '') last.item.end = line.offset + line.text.trimEnd().length;
}

/** The column after white space that starts at column `from`; tabs stop at each fourth. */
function columnOf(space: string, from: number): number {
  let column = from;
  for (const letter of space) column = letter === '\t' ? column + 4 - (column % 4) : column + 1;
  return column;
}
