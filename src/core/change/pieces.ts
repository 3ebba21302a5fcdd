import { createEdit, type Edit } from './edit';
import type { Survey } from './survey';

/** A part of a line that comes to say something else. */
export interface Piece {
  /** The number of the line, from 0. */
  readonly line: number;
  /** Where in the line, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** One edit for each line that comes to say something else. The pieces of a line come in order and do not overlap. */
export function pieceEdits(survey: Survey, path: string, pieces: readonly Piece[]): readonly Edit[] {
  const byLine = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const own = byLine.get(piece.line);
    if (own === undefined) byLine.set(piece.line, [piece]);
    else own.push(piece);
  }
  return [...byLine].flatMap(([line, own]) => {
    const { text } = survey.lines[line]!;
    let words = '';
    let at = 0;
    for (const { from, to, insert } of own) {
      words += text.slice(at, from) + insert;
      at = to;
    }
    words += text.slice(at);
    return words === text ? [] : [createEdit(survey, { path, line, count: 1, replacement: [words] })];
  });
}
