import { singleChange } from '../../scripts/workbench/obsidian/editor/merge-text';
import { splitText, textOf, type Line, type NoteText } from './note-text';

/**
 * What the stand-in's editor makes of unsaved typing and a change from outside, with the identity of each line; null
 * where both touched one place.
 */
export function mergeLines(base: NoteText, ours: NoteText, theirs: NoteText): NoteText | null {
  const own = singleChange(textOf(base), textOf(ours));
  const other = singleChange(textOf(base), textOf(theirs));
  if (own === null) return theirs;
  if (other === null) return ours;
  const [first, second] =
    own.from <= other.from
      ? [
          { ...own, note: ours },
          { ...other, note: theirs },
        ]
      : [
          { ...other, note: theirs },
          { ...own, note: ours },
        ];
  if (first.to > second.from || (first.to === second.from && first.from === second.from)) return null;
  const kept = charactersOf(base);
  const inserted = ({ from, text, note }: typeof first): readonly Character[] =>
    charactersOf(note).slice(from, from + text.length);
  return linesOf(
    [
      ...kept.slice(0, first.from),
      ...inserted(first),
      ...kept.slice(first.to, second.from),
      ...inserted(second),
      ...kept.slice(second.to),
    ],
    ours,
  );
}

/**
 * The lines of a text that was made of `note` in a way that nobody knows: those that a longest common subsequence keeps
 * are the same.
 */
export function alignLines({ lines }: NoteText, text: string, newId: () => number): NoteText {
  const next = splitText(text);
  const kept = lines.map(() => next.map(() => 0).concat(0)).concat([[...next, 0].map(() => 0)]);
  for (let from = lines.length - 1; from >= 0; from--) {
    for (let to = next.length - 1; to >= 0; to--) {
      kept[from]![to] =
        lines[from]!.text === next[to]!.text
          ? kept[from + 1]![to + 1]! + 1
          : Math.max(kept[from + 1]![to]!, kept[from]![to + 1]!);
    }
  }
  const ids = next.map(newId);
  for (let from = 0, to = 0; from < lines.length && to < next.length;) {
    if (lines[from]!.text === next[to]!.text) ids[to++] = lines[from++]!.id;
    else if (kept[from + 1]![to]! >= kept[from]![to + 1]!) from++;
    else to++;
  }
  return { mark: '', lines: next.map((line, index) => ({ ...line, id: ids[index]! })) };
}

interface Character {
  readonly unit: string;
  /** The line it belongs to. */
  readonly id: number;
}

function charactersOf({ lines }: NoteText): readonly Character[] {
  return lines.flatMap(({ id, text, end }) => (text + end).split('').map((unit) => ({ unit, id })));
}

function linesOf(characters: readonly Character[], { lines: own }: NoteText): NoteText {
  const lines: Line[] = [];
  let line: Character[] = [];
  for (const character of characters) {
    line.push(character);
    if (character.unit !== '\n') continue;
    lines.push({
      id: line[0]!.id,
      text: line
        .slice(0, -1)
        .map(({ unit }) => unit)
        .join(''),
      end: '\n',
    });
    line = [];
  }
  lines.push({ id: line[0]?.id ?? own.at(-1)!.id, text: line.map(({ unit }) => unit).join(''), end: '' });
  return { mark: '', lines };
}
