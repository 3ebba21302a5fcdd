import type * as obsidian from 'obsidian';

type FrontMatter = Readonly<Record<string, unknown>> | null | undefined;

/** The value of the first property whose name is `key` or fits it; null where there is none. */
export function parseFrontMatterEntry(frontmatter: FrontMatter, key: string | RegExp): unknown {
  if (!frontmatter) return null;
  const fits = (name: string): boolean => (typeof key === 'string' ? name === key : key.test(name));
  const found = Object.keys(frontmatter).find(fits);
  return found === undefined ? null : (frontmatter[found] ?? null);
}

/** A property as a list of texts: a list as it is, a text split at commas; null where there is none. */
export function parseFrontMatterStringArray(frontmatter: FrontMatter, key: string | RegExp): string[] | null {
  return textsOf(parseFrontMatterEntry(frontmatter, key), /,/);
}

/** The tags that the front matter gives, each with its `#`; null where there are none. */
export function parseFrontMatterTags(frontmatter: FrontMatter): string[] | null {
  const tags = textsOf(parseFrontMatterEntry(frontmatter, /^tags?$/i), /[,\s]+/);
  return tags && tags.map((tag) => (tag.startsWith('#') ? tag : `#${tag}`));
}

/** The other names that the front matter gives; null where there are none. */
export function parseFrontMatterAliases(frontmatter: FrontMatter): string[] | null {
  return parseFrontMatterStringArray(frontmatter, /^alias(?:es)?$/i);
}

/** All tags of a note, from its front matter and its text, in that order; null where there are none. */
export function getAllTags(cache: obsidian.CachedMetadata): string[] | null {
  const tags = [...(parseFrontMatterTags(cache.frontmatter) ?? []), ...(cache.tags ?? []).map(({ tag }) => tag)];
  return tags.length > 0 ? tags : null;
}

function textsOf(value: unknown, separator: RegExp): string[] | null {
  const parts: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(separator) : [];
  const texts = parts
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .map((part) => String(part).trim())
    .filter(Boolean);
  return texts.length > 0 ? texts : null;
}
