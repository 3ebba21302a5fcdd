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

const OPENS = /^([\s>]*)(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:`{3,}|~{3,})\s*account-rollup(?:\s|$)/;

/**
 * The closed rollup blocks of a note, in order. A block in a quotation or a list counts, one inside of another block or
 * a comment does not.
 */
export function rollupBlocks(lines: readonly Line[]): readonly RollupBlock[] {
  const blocks: RollupBlock[] = [];
  let first: number | null = null;
  lines.forEach(({ fence }, index) => {
    if (fence === 'opens') first = index;
    if (fence !== 'closes' || first === null) return;
    const [, before] = OPENS.exec(lines[first]!.text) ?? [];
    if (before !== undefined)
      blocks.push({
        first,
        last: index,
        source: lines
          .slice(first + 1, index)
          .map(({ text }) => (before.includes('>') ? withoutQuote(text) : text))
          .join('\n'),
      });
    first = null;
  });
  return blocks;
}

/** The rollup block that holds a line; null where none does. */
export function rollupAt(lines: readonly Line[], line: number): RollupBlock | null {
  return rollupBlocks(lines).find(({ first, last }) => first <= line && line <= last) ?? null;
}

function withoutQuote(text: string): string {
  return text.replace(/^\s*(?:>\s?)*/, '');
}
