/**
 * A piece of a line of untrusted text, as it is to be drawn. Everything that is not known to be harmless is plain text.
 */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  /** A link inside the vault; `target` is a link path. */
  | { readonly kind: 'note'; readonly target: string; readonly text: string }
  /** A link to the outside; `url` is http, https or mailto. */
  | { readonly kind: 'url'; readonly url: string; readonly text: string }
  /** A character that cannot be seen or turns the direction of what follows; `name` says which, as `U+202E`. */
  | { readonly kind: 'hidden'; readonly name: string };

/** What cannot be seen, or turns direction: control characters but tab and line feed, and some that shape text. */
const HIDDEN = /(?![\t\n])\p{Cc}|[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

const TOKEN = new RegExp(
  [
    /\\(?<escaped>[!-/:-@[-`{-~])/,
    /(?<code>`{1,16})(?<codeText>[^`]+)\k<code>(?!`)/,
    /\[\[(?<target>[^[\]|\n]+)(?:\|(?<alias>[^[\]\n]+))?\]\]/,
    /\[(?<label>[^[\]\n]+)\]\((?<href>[^()\s]+)\)/,
    /<(?<closed>https?:\/\/[^\s<>]+)>/,
    /(?<bare>https?:\/\/[^\s<>"'`)\]\\]+[^\s<>"'`)\].,;:!?\\])/,
    /\*\*(?<strong>(?:[^*\\\n]|\\[^\n])+)\*\*/,
    /\*(?<star>(?:[^*\\\s]|\\[^\n])(?:[^*\\\n]|\\[^\n])*)\*/,
    new RegExp(`(?<hidden>${HIDDEN.source})`, 'u'),
  ]
    .map((part) => part.source)
    .join('|'),
  'gu',
);

/**
 * Only the first part of a text is looked at for marks; the rest (of a line that nobody wrote by hand) is plain. In
 * UTF-16 units.
 */
const LONGEST_MARKED = 4000;

/**
 * Reads a line as inline Markdown: bold, italic, code, links, and signs that a backslash keeps. Images, HTML, embeds
 * and other schemes stay the text that they are.
 */
export function parseInline(text: string): readonly Inline[] {
  const pieces: Inline[] = [];
  const marked = text.slice(0, LONGEST_MARKED);
  let from = 0;
  for (const match of marked.matchAll(TOKEN)) {
    const piece = readToken(match);
    if (piece === null) continue;
    // An embed or image is drawn as its text.
    if (marked[match.index - 1] === '!' && (piece.kind === 'note' || piece.kind === 'url')) continue;
    if (match.index > from) pieces.push({ kind: 'text', text: marked.slice(from, match.index) });
    pieces.push(piece);
    from = match.index + match[0].length;
  }
  return from < text.length ? [...pieces, { kind: 'text', text: text.slice(from) }] : pieces;
}

function readToken(match: RegExpMatchArray): Inline | null {
  const { escaped, codeText, target, alias, label, href, closed, bare, strong, star, hidden } = match.groups!;
  if (escaped !== undefined) return { kind: 'text', text: escaped };
  if (codeText !== undefined) return { kind: 'code', text: visible(codeText) };
  if (target !== undefined) return { kind: 'note', target: target.trim(), text: visible(alias ?? target) };
  if (label !== undefined) return linkTo(href!, label);
  if (closed !== undefined) return { kind: 'url', url: closed, text: visible(closed) };
  if (bare !== undefined) return { kind: 'url', url: bare, text: visible(bare) };
  if (strong !== undefined) return { kind: 'strong', children: parseInline(strong) };
  if (star !== undefined) return { kind: 'emphasis', children: parseInline(star) };
  return { kind: 'hidden', name: nameOf(hidden!) };
}

function linkTo(href: string, label: string): Inline | null {
  return /^(?:https?:\/\/|mailto:)/i.test(href) ? { kind: 'url', url: href, text: visible(label) } : null;
}

/**
 * A line of untrusted text in plain words, as it is drawn: without its marks, and with characters that cannot be seen
 * by name.
 */
export function plainText(text: string): string {
  const plain = (piece: Inline): string =>
    'children' in piece
      ? piece.children.map(plain).join('')
      : piece.kind === 'hidden'
        ? `[${piece.name}]`
        : visible(piece.text);
  return parseInline(text).map(plain).join('');
}

/**
 * The text with each character that cannot be seen, or that turns direction, named in its place: `[U+202E]`. For
 * attributes, names and labels.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => `[${nameOf(character)}]`);
}

function nameOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
