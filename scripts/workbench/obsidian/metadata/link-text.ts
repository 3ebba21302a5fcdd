import type * as obsidian from 'obsidian';

/** Parts a link text: the path of the note, and from the first `#` on the place in it. */
export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const hash = linktext.indexOf('#');
  const path = (hash < 0 ? linktext : linktext.slice(0, hash)).replace(/\u00A0/g, ' ').normalize('NFC');
  return { path, subpath: hash < 0 ? '' : linktext.slice(hash) };
}

/** The path part of a link text. */
export function getLinkpath(linktext: string): string {
  return parseLinktext(linktext).path;
}

/** A heading as links compare it: marks and doubled spaces gone. */
export function stripHeading(heading: string): string {
  return heading
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A heading as a link to it is written. */
export function stripHeadingForLink(heading: string): string {
  return heading
    .replace(/([:#|^\\\r\n]|%%|\[\[|\]\])/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The place that `#Heading`, `#Heading#Below` or `#^block` means in a note. */
export function resolveSubpath(
  cache: obsidian.CachedMetadata,
  subpath: string,
): obsidian.HeadingSubpathResult | obsidian.BlockSubpathResult | null {
  const parts = subpath.split('#').filter(Boolean);
  const last = parts.at(-1);
  if (last === undefined) return null;
  if (parts.length === 1 && last.startsWith('^')) return resolveBlock(cache, last.slice(1).toLowerCase());
  return resolveHeading(cache.headings ?? [], parts);
}

/** Calls `callback` for each link and embed in the text of a note, until it gives true. */
export function iterateCacheRefs(
  cache: obsidian.CachedMetadata,
  callback: (reference: obsidian.ReferenceCache) => boolean | void,
): boolean {
  return [...(cache.links ?? []), ...(cache.embeds ?? [])].some((reference) => callback(reference) === true);
}

/** Calls `callback` for each reference, until it gives true. */
export function iterateRefs(
  references: obsidian.Reference[],
  callback: (reference: obsidian.Reference) => boolean | void,
): boolean {
  return references.some((reference) => callback(reference) === true);
}

function resolveBlock(cache: obsidian.CachedMetadata, id: string): obsidian.BlockSubpathResult | null {
  const block = cache.blocks?.[id];
  if (!block) return null;
  const list = cache.listItems?.find((item) => item.id?.toLowerCase() === id);
  return { type: 'block', block, start: block.position.start, end: block.position.end, ...(list ? { list } : {}) };
}

function resolveHeading(
  headings: readonly obsidian.HeadingCache[],
  parts: readonly string[],
): obsidian.HeadingSubpathResult | null {
  let from = 0;
  for (const part of parts) {
    const wanted = stripHeading(part).toLowerCase();
    const index = headings.findIndex(
      (heading, at) => at >= from && stripHeading(heading.heading).toLowerCase() === wanted,
    );
    if (index < 0) return null;
    from = index + 1;
  }
  const current = headings[from - 1];
  if (!current) return null;
  const next = headings.find((heading, at) => at >= from && heading.level <= current.level);
  // The last section has no heading after it; obsidian.d.ts leaves that out.
  return {
    type: 'heading',
    current,
    next: next ?? null,
    start: current.position.start,
    end: next?.position.start ?? null,
  } as obsidian.HeadingSubpathResult;
}
