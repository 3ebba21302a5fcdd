import type * as obsidian from 'obsidian';

/** A line of a text, without its end. */
export interface Line {
  readonly number: number;
  /** Where it starts in the text. */
  readonly offset: number;
  readonly text: string;
}

/** The lines of a text, and where an offset lies among them. */
export class LineMap {
  readonly lines: readonly Line[];

  constructor(text: string) {
    const lines: Line[] = [];
    let offset = 0;
    for (const part of text.split('\n')) {
      lines.push({ number: lines.length, offset, text: part.endsWith('\r') ? part.slice(0, -1) : part });
      offset += part.length + 1;
    }
    this.lines = lines;
  }

  loc(offset: number): obsidian.Loc {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.lines[middle]?.offset ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, col: offset - (this.lines[low]?.offset ?? 0), offset };
  }

  pos(start: number, end: number): obsidian.Pos {
    return { start: this.loc(start), end: this.loc(end) };
  }
}
