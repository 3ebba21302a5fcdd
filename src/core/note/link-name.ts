import { lastOf } from '../base/last-of';
import { isFolderPageName } from './note';

/**
 * What a value names: `[[Customers/Blue Heron/README|Blue Heron]]` is "Blue Heron", `[[Blue Heron]]` and `Blue Heron`
 * too, `[[]]` is nothing.
 */
export function linkName(value: string): string {
  const text = value.trim();
  const link = text.startsWith('[[') ? /^\[\[([^\]]*)\]\]/.exec(text) : null;
  if (link === null) return text;
  if (!/[|#/.]/.test(link[1]!)) return link[1]!.trim();
  const [target = '', alias] = link[1]!.split('|');
  if (alias !== undefined && alias.trim() !== '') return alias.trim();
  const parts = target
    .replace(/#[^]*$/, '')
    .replace(/\.md$/i, '')
    .split('/');
  const last = lastOf(parts)!.trim();
  return isFolderPageName(last) && parts.length > 1 ? parts[parts.length - 2]!.trim() : last;
}

/** What names a file by its path rather than a thing by its name: `acme-inc-00123`. */
const FILE_NAME = /^[a-z0-9]+(?:[-_][a-z0-9]+)+$/;
const MARKDOWN_LINK = /^\[([^\][]{1,300})\]\((?:<([^<>]{0,300})>|([^()\s]{0,300}))\)$/;

/**
 * The account that a value names: of a link, what it leads to, whatever it is called there (`[[Blue Heron|BH]]`), unless
 * that is only a file's name (`[[acme-inc-00123|Acme Inc.]]`). A link of the Markdown kind counts, too.
 */
export function accountNameIn(value: string): string {
  const text = value.trim();
  if (!text.startsWith('[')) return text;
  const markdown = MARKDOWN_LINK.exec(text);
  if (markdown !== null) return linkTarget(text) === null ? markdown[1]!.trim() : linkName(`[[${linkTarget(text)!}]]`);
  const target = linkName(text.replace(/^(\[\[[^\]|]*)\|[^\]]*/, '$1'));
  return FILE_NAME.test(target) || target === '' ? linkName(text) : target;
}

/** The note that a value leads to, as it is written in the link, without a heading; null where it is no link. */
export function linkTarget(value: string): string | null {
  const text = value.trim();
  if (!text.startsWith('[')) return null;
  const markdown = MARKDOWN_LINK.exec(text);
  if (markdown !== null) {
    const target = markdown[2] ?? markdown[3]!;
    return /^[a-z][a-z0-9+.-]*:/i.test(target) || target === '' ? null : noteName(decoded(target));
  }
  const link = /^\[\[([^\]|]*)/.exec(text)?.[1];
  return link === undefined || link.trim() === '' ? null : noteName(link);
}

function noteName(target: string): string {
  return target
    .replace(/#[^]*$/, '')
    .replace(/\.md$/i, '')
    .trim();
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
