import type { Line } from '../text/lines';

/** The language of the fenced block that is a rollup. */
export const ROLLUP_LANGUAGE = 'account-rollup';

/** A rollup block in a note. Lines are numbers from 0. */
export interface RollupBlock {
  /** The line of its opening fence. */
  readonly first: number;
  /** The line of its closing fence. */
  readonly last: number;
  /** What stands between them. */
  readonly source: string;
}

const OPENS = /^(\s*(?:>\s?)*)(`{3,}|~{3,})\s*account-rollup\s*$/;

/** The closed rollup blocks of a note, in order. A block in a quotation counts, one inside of another block or a comment does not. */
export function rollupBlocks(lines: readonly Line[]): readonly RollupBlock[] {
  const blocks: RollupBlock[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (lines[index]!.kind !== 'code') continue;
    const [opening, prefix, marks] = OPENS.exec(lines[index]!.text) ?? [];
    const last = closingFence(lines, index);
    if (opening !== undefined && last !== null && isFence(lines[last]!.text, marks!)) {
      blocks.push({ first: index, last, source: lines.slice(index + 1, last).map(({ text }) => withoutPrefix(text, prefix!)).join('\n') });
    }
    index = last ?? lines.length;
  }
  return blocks;
}

/** The rollup block that holds a line; null where none does. */
export function rollupAt(lines: readonly Line[], line: number): RollupBlock | null {
  return rollupBlocks(lines).find(({ first, last }) => first <= line && line <= last) ?? null;
}

/** The line that closes the block which opens at `first`, or null where nothing does. */
function closingFence(lines: readonly Line[], first: number): number | null {
  const marks = /(`{3,}|~{3,})/.exec(lines[first]!.text)?.[0];
  if (marks === undefined) return first;
  for (let index = first + 1; index < lines.length && lines[index]!.kind === 'code'; index++) {
    if (isFence(lines[index]!.text, marks)) return index;
  }
  return null;
}

function isFence(text: string, marks: string): boolean {
  const found = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(text)?.[1];
  return found !== undefined && found[0] === marks[0] && found.length >= marks.length;
}

function withoutPrefix(text: string, prefix: string): string {
  return prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text.replace(/^\s*(?:>\s?)*/, (marks) => (prefix.includes('>') ? '' : marks));
}
