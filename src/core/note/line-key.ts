/**
 * The key of a line: it stays the same while the line says the same, wherever in its note it moves. `nth`: which one it
 * is, from 0, of the lines of its kind that say the same.
 */
export function lineKey(path: string, raw: string, nth: number): string {
  return `${path}\n${raw}\n${nth}`;
}

/** Makes the keys of a note's lines, one after another: equal lines are told apart by their order. */
export function keyMaker(path: string): (raw: string) => string {
  const seen = new Map<string, number>();
  return (raw) => {
    const nth = seen.get(raw) ?? 0;
    seen.set(raw, nth + 1);
    return lineKey(path, raw, nth);
  };
}

/** The path of the note that a line's key is of. */
export function pathOfKey(key: string): string {
  return key.slice(0, key.indexOf('\n'));
}

/** What the line says that a key is of. */
export function rawOfKey(key: string): string {
  return key.slice(key.indexOf('\n') + 1, key.lastIndexOf('\n'));
}
