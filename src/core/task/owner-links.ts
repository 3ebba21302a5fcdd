import { leadingDay } from '../base/day';
import type { Span } from '../text/spans';

/** A link that begins an owner: its span and the name it shows. */
export type LinkAt = (at: number) => { readonly name: string; readonly end: number } | null;

/** The names in the value of a field: `Ana`, `[[People/Ana|Ana]], @Ben`. Offsets are those of the value. */
export function namesInValue(value: string): readonly { readonly name: string; readonly end: number }[] {
  const names: { name: string; end: number }[] = [];
  for (const match of value.matchAll(/\s{0,8}((?:\[\[[^\]]{0,300}\]\]|[^,;[]|\[)+)[,;]?/g)) {
    const written = match[1]!.trim();
    const link = /^@?\[\[([^\]]*)\]\]$/.exec(written)?.[1];
    const name = link === undefined ? written.replace(/^@/, '') : linkName(link);
    if (WORD.test(name)) names.push({ name, end: match.index + match[0].length });
  }
  return names;
}

/** What the inner text of a link between double brackets shows, as the name of a person. */
function linkName(inner: string): string {
  const bar = inner.indexOf('|');
  const shown =
    bar === -1
      ? inner.slice(0, /[#^]/.exec(inner)?.index).replace(/^.*\//, '').replace(/\.md$/i, '')
      : inner.slice(bar + 1);
  return shown.trim().replace(/^@/, '').trim();
}

/** Whether a name that a link shows is one of a person: not a day, such as that of a daily note. */
function isPerson(name: string): boolean {
  return NAME_START.test(name) && leadingDay(name) === null;
}

/** The persons that links name, by where the links start. */
export function linksOf(text: string, spans: readonly Span[]): LinkAt {
  if (spans.length === 0) return NO_LINKS;
  const links = new Map(
    spans.flatMap(({ kind, start, end }) => {
      const inner =
        kind === 'note-link'
          ? linkName(text.slice(start + 2, end - 2))
          : kind === 'link' && !text.slice(start, end).includes('://')
            ? text
                .slice(start + 1, text.indexOf('](', start))
                .replace(/^@/, '')
                .trim()
            : '';
      return isPerson(inner) ? [[start, { name: inner, end }] as const] : [];
    }),
  );
  return (at) => links.get(at) ?? null;
}

const WORD = /[\p{L}\p{N}]/u;
const NAME_START = /^[\p{L}\p{N}]/u;
export const NO_LINKS: LinkAt = () => null;
