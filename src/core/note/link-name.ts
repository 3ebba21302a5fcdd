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
