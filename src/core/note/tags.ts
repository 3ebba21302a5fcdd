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

/** Whether one of the tags may stand in a text: a cheap question that spares most notes the search for tags. */
export function mentionsTag(text: string, tags: readonly string[]): boolean {
  const folded = text.toLowerCase();
  return tags.some((tag) => folded.includes(`#${tag}`));
}

/** The tags in the text of a note, without `#`. */
export function inlineTags(lines: readonly Line[]): readonly string[] {
  return lines
    .filter(({ kind }) => kind === 'text' || kind === 'item' || kind === 'heading')
    .flatMap((line) =>
      [...beginning(line.text).matchAll(/(?:^|\s)#([^\s#,;:.!?'"()[\]{}<>]+)/g)].map(([, tag]) => tag!),
    );
}
