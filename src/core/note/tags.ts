import { beginning } from '../text/caps';
import type { Line } from '../text/lines';

/** Whether a tag is one of `wanted` or lies below it (`type/customer/emea`). Tags ignore case, as in Obsidian. */
export function isOneOf(tag: string, wanted: readonly string[]): boolean {
  const folded = tag.toLowerCase();
  return wanted.some((want) => folded === want || folded.startsWith(`${want}/`));
}

/** The tags that a value of the front matter holds, without `#`. */
export function tagsIn(value: string): readonly string[] {
  const tags = /[\s,]/.test(value) ? value.split(/[\s,]+/) : [value];
  return tags.map((tag) => (tag.startsWith('#') ? tag.slice(1) : tag));
}

/**
 * Whether one of the tags, or of their beginnings, may stand in a text: a cheap question that spares most notes the
 * search for tags. `tags`: in lower case.
 */
export function mentionsTag(text: string, tags: readonly string[]): boolean {
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next === SPACE || next === HASH) continue;
    for (const tag of tags) {
      const first = tag.charCodeAt(0);
      if ((next | CASE) !== (first | CASE) && next < 128 && first < 128) continue;
      if (text.slice(at + 1, at + 1 + tag.length).toLowerCase() === tag) return true;
    }
  }
  return false;
}

const SPACE = 32;
const HASH = 35;
/** By what a small letter of ASCII differs from a large one. */
const CASE = 32;

/** The tags in the text of a note, without `#`. */
export function inlineTags(lines: readonly Line[]): readonly string[] {
  return lines
    .filter(({ kind }) => kind === 'text' || kind === 'item' || kind === 'heading')
    .flatMap((line) =>
      [...beginning(line.text).matchAll(/(?:^|\s)#([^\s#,;:.!?'"()[\]{}<>]+)/g)].map(([, tag]) => tag!),
    );
}
