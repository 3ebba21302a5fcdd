/** A line that says something of the whole note: `**Account**: …`, `**Attendees:** …`, `*Source: …*`. */
const LABELLED = /^\s*(?:>\s*)*([*_]*)(account|attendees|participants|date|source)(?::[*_]*|[*_]+:?)\s*([^]*)$/i;
const LINK_START = /^\[\[([^\]]+)\]\]/;

/**
 * What a line says of the whole note: the name of the label in lower case, and what stands behind it; of a source, what
 * it links to.
 */
export interface Label {
  readonly name: 'account' | 'attendees' | 'participants' | 'date' | 'source';
  readonly value: string;
}

/** The label that a line is, or null. */
export function labelIn(words: string): Label | null {
  const label = LABELLED.exec(words);
  if (label === null) return null;
  const [, marks, written, value] = label;
  const name = written!.toLowerCase() as Label['name'];
  if (name !== 'source') return marks === '**' ? { name, value: value!.trim() } : null;
  const target = LINK_START.exec(value!)?.[1];
  return target === undefined ? null : { name, value: target };
}
