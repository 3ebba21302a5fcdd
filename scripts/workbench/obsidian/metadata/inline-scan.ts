/** Something in a line of text that the metadata cache knows of, with its place in the whole text. */
export type Inline =
  | {
      readonly kind: 'link' | 'embed';
      readonly start: number;
      readonly end: number;
      readonly original: string;
      readonly link: string;
      readonly displayText: string;
    }
  | { readonly kind: 'tag'; readonly start: number; readonly end: number; readonly tag: string }
  | { readonly kind: 'footnote'; readonly start: number; readonly end: number; readonly id: string };

const TAG = String.raw`#[^\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^\x60{|}~[\]\\\s]+`;

// In this order: what is escaped, code, comments, wiki links, Markdown links, footnotes, addresses, tags.
const INLINE = new RegExp(
  [
    String.raw`\\[\\\x60[\]#%!<]`,
    String.raw`(?<code>\x60+)(?:(?!\x60)[\s\S])[\s\S]*?(?<!\x60)\k<code>(?!\x60)`,
    String.raw`%%[\s\S]*?%%`,
    String.raw`<!--[\s\S]*?-->`,
    String.raw`(?<wikiMark>!?)\[\[(?<wiki>[^[\]\r\n]+)\]\]`,
    String.raw`(?<mark>!?)\[(?<shown>[^[\]\r\n]*)\]\((?:<(?<angled>[^<>\r\n]*)>|(?<plain>[^()\s]+))(?:[ \t]+"[^"]*")?\)`,
    String.raw`\[\^(?<footnote>[^\]\s]+)\](?!:)`,
    String.raw`\b[a-z][a-z0-9+.-]*://\S+`,
    String.raw`(?<=^|\s)(?<tag>${TAG})`,
  ].join('|'),
  'gmiu',
);

/**
 * The links, embeds, tags and footnote marks in `text`, which starts at `offset` in its note. Code and comments hold
 * none.
 */
export function scanInline(text: string, offset: number): Inline[] {
  const found: Inline[] = [];
  for (const match of text.matchAll(INLINE)) {
    const start = offset + match.index;
    const inline = inlineOf(match[0], match.groups ?? {}, start);
    if (inline) found.push(inline);
  }
  return found;
}

function inlineOf(
  original: string,
  groups: Readonly<Record<string, string | undefined>>,
  start: number,
): Inline | null {
  const end = start + original.length;
  if (groups.wiki !== undefined) {
    const bar = groups.wiki.indexOf('|');
    const link = (bar < 0 ? groups.wiki : groups.wiki.slice(0, bar)).replace(/\\$/, '').trim();
    const displayText = bar < 0 ? link : groups.wiki.slice(bar + 1);
    return { kind: groups.wikiMark ? 'embed' : 'link', start, end, original, link, displayText };
  }
  const target = groups.angled ?? groups.plain;
  if (target !== undefined) {
    // What names a scheme leads out of the vault.
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return null;
    return {
      kind: groups.mark ? 'embed' : 'link',
      start,
      end,
      original,
      link: decode(target),
      displayText: groups.shown ?? '',
    };
  }
  if (groups.footnote !== undefined) return { kind: 'footnote', start, end, id: groups.footnote };
  if (groups.tag !== undefined && /[^#\d/]/.test(groups.tag)) return { kind: 'tag', start, end, tag: groups.tag };
  return null;
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
