/** A fenced code block, call-out, table or embed in a text, by its lines (counted from 0, both ends included). */
export interface MarkdownBlock {
  readonly kind: 'code' | 'callout' | 'table' | 'embed';
  readonly lineStart: number;
  readonly lineEnd: number;
  /** The word after the opening fence. */
  readonly language: string;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([^`\s]*)[^`]*$/;
const CALLOUT = /^>\s*\[![^\]]+\]/;
const EMBED = /^!\[\[[^[\]]+\]\]\s*$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/;

/** The mark and the language of a line that opens a code fence. */
export function readFence(line: string): { readonly mark: string; readonly language: string } | null {
  const match = FENCE.exec(line);
  return match ? { mark: match[1] ?? '', language: (match[2] ?? '').toLowerCase() } : null;
}

function fenceEnd(lines: readonly string[], start: number, mark: string): number {
  for (let at = start + 1; at < lines.length; at += 1) {
    const text = (lines[at] ?? '').trim();
    if (text.startsWith(mark) && text.replaceAll(mark[0] ?? '`', '') === '') return at;
  }
  return lines.length - 1;
}

function lastWhile(lines: readonly string[], start: number, holds: (line: string) => boolean): number {
  let at = start;
  while (at + 1 < lines.length && holds(lines[at + 1] ?? '')) at += 1;
  return at;
}

/** The blocks that an editor in Live Preview shows rendered. */
export function findBlocks(lines: readonly string[], from: number): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const fence = readFence(line);
    const kind = fence
      ? 'code'
      : CALLOUT.test(line)
        ? 'callout'
        : EMBED.test(line)
          ? 'embed'
          : line.includes('|') && TABLE_RULE.test(lines[at + 1] ?? '')
            ? 'table'
            : null;
    if (kind === null) continue;
    const lineEnd = fence
      ? fenceEnd(lines, at, fence.mark)
      : kind === 'callout'
        ? lastWhile(lines, at, (text) => text.startsWith('>'))
        : kind === 'table'
          ? lastWhile(lines, at, (text) => text.includes('|'))
          : at;
    blocks.push({ kind, lineStart: at, lineEnd, language: fence?.language ?? '' });
    at = lineEnd;
  }
  return blocks;
}
