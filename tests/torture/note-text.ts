/**
 * A line of a note in the model. It keeps its id wherever it goes and however it is retyped: that is what makes it the
 * same line.
 */
export interface Line {
  readonly id: number;
  readonly text: string;
  /** How it ends; empty for the last line alone. */
  readonly end: '' | '\n' | '\r\n' | '\r';
}

/** The text of a note as lines that have an identity. */
export interface NoteText {
  readonly mark: '' | '\ufeff';
  readonly lines: readonly Line[];
}

/** The text as it lies in the file or stands in an editor. */
export function textOf({ mark, lines }: NoteText): string {
  return mark + lines.map(({ text, end }) => text + end).join('');
}

/** The same as an editor holds it: LF line ends and no byte order mark. */
export function asEdited({ lines }: NoteText): NoteText {
  return {
    mark: '',
    lines: lines.map((line) => (line.end === '' || line.end === '\n' ? line : { ...line, end: '\n' })),
  };
}

/** Whether the text reads as these lines. An empty line between a lone CR and an LF would not. */
export function isSound(note: NoteText): boolean {
  const read = splitText(textOf(note));
  return (
    read.length === note.lines.length &&
    note.lines.every(({ text, end }, index) => read[index]!.text === text && read[index]!.end === end)
  );
}

/** The lines of a text. */
export function splitText(text: string): readonly Omit<Line, 'id'>[] {
  const lines: Omit<Line, 'id'>[] = [];
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (const found of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ text: text.slice(start, found.index), end: found[0] as Line['end'] });
    start = found.index + found[0].length;
  }
  return [...lines, { text: text.slice(start), end: '' }];
}

/** The note with some lines in place of `count` others. New lines end as their neighbours do. */
export function spliceLines(
  { mark, lines }: NoteText,
  at: number,
  count: number,
  added: readonly Pick<Line, 'id' | 'text'>[],
): NoteText {
  const usual = lines[at]?.end || lines[at - 1]?.end || '\n';
  const next = [
    ...lines.slice(0, at),
    ...added.map(({ id, text }): Line => ({ id, text, end: usual })),
    ...lines.slice(at + count),
  ];
  return {
    mark,
    lines: next.map((line, index) => {
      if (index === next.length - 1) return line.end === '' ? line : { ...line, end: '' };
      return line.end === '' ? { ...line, end: usual } : line;
    }),
  };
}

/** The note with another text in one of its lines, which stays the same line. */
export function retypeLine({ mark, lines }: NoteText, at: number, text: string): NoteText {
  return { mark, lines: lines.map((line, index) => (index === at ? { ...line, text } : line)) };
}

/** Where the line with this id stands; -1 where it is gone. */
export function placeOf({ lines }: NoteText, id: number): number {
  return lines.findIndex((line) => line.id === id);
}

/** What a line says, whatever its status, tags and days are. */
export function wordsOf(text: string): string {
  return (
    text
      .replace(/^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[.\]/u, '')
      .replace(/#\S+|\d{4}-\d{2}-\d{2}/gu, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim() || text.trim()
  );
}

/** How many lines say the same as this text. */
export function countSaying({ lines }: NoteText, text: string): number {
  const words = wordsOf(text);
  return lines.filter((line) => wordsOf(line.text) === words).length;
}
