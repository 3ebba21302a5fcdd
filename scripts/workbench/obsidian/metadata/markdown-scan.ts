import type * as obsidian from 'obsidian';
import { scanBlocks, type Block } from './block-scan';
import { scanInline, type Inline } from './inline-scan';
import { LineMap, type Line } from './line-map';
import { scanListItems } from './list-scan';
import { getFrontMatterInfo, parseYaml } from './yaml';

const BLOCK_ID = /(?:^|\s)\^([A-Za-z0-9-]+)\s*$/;
const PLAIN = new Set(['code', 'comment', 'html', 'math', 'thematicBreak']);

/** What Obsidian's metadata cache says of a note. What there is none of is left out. */
export function scanMarkdown(text: string): obsidian.CachedMetadata {
  const map = new LineMap(text);
  const info = getFrontMatterInfo(text);
  const bodyStart = info.exists
    ? map.loc(info.contentStart).line + (text.length === info.contentStart && !text.endsWith('\n') ? 1 : 0)
    : 0;
  const blocks = scanBlocks(map.lines, bodyStart);
  const cache: obsidian.CachedMetadata = {};
  if (info.exists) addFrontMatter(cache, map, info.frontmatter, bodyStart - 1);
  addSections(cache, map, blocks, info.exists ? bodyStart - 1 : null);
  addHeadings(cache, map, blocks);
  addListItems(cache, map, blocks);
  addBlockIds(cache, map);
  addInlines(
    cache,
    map,
    blocks
      .filter((block) => !PLAIN.has(block.type))
      .flatMap((block) => {
        const [start, end] = spanOf(map, block);
        return scanInline(text.slice(start, end), start);
      }),
  );
  return cache;
}

function addFrontMatter(cache: obsidian.CachedMetadata, map: LineMap, yaml: string, lastLine: number): void {
  cache.frontmatterPosition = map.pos(0, endOf(map, lastLine));
  const value = valueOf(yaml);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  cache.frontmatter = value;
  const links = Object.entries(value).flatMap(([key, given]) => frontMatterLinks(key, given));
  if (links.length > 0) cache.frontmatterLinks = links;
}

/** YAML that is broken is no properties. */
function valueOf(yaml: string): unknown {
  try {
    return parseYaml(yaml);
  } catch {
    return null;
  }
}

function frontMatterLinks(key: string, value: unknown): obsidian.FrontmatterLinkCache[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => frontMatterLinks(`${key}.${index}`, part));
  if (typeof value !== 'string' || !/^\[\[[^[\]]+\]\]$/.test(value.trim())) return [];
  const [found] = scanInline(value.trim(), 0);
  return found?.kind === 'link'
    ? [{ key, link: found.link, original: found.original, displayText: found.displayText }]
    : [];
}

function addSections(
  cache: obsidian.CachedMetadata,
  map: LineMap,
  blocks: readonly Block[],
  yamlEnd: number | null,
): void {
  const sections: obsidian.SectionCache[] =
    yamlEnd === null ? [] : [{ type: 'yaml', position: map.pos(0, endOf(map, yamlEnd)) }];
  for (const block of blocks) {
    const [start, end] = spanOf(map, block);
    const id = block.type === 'list' ? undefined : blockIdOf(map.lines[block.to]);
    sections.push({
      type: block.type,
      position: map.pos(start, end),
      ...(id === undefined || PLAIN.has(block.type) ? {} : { id }),
    });
  }
  if (sections.length > 0) cache.sections = sections;
}

function addHeadings(cache: obsidian.CachedMetadata, map: LineMap, blocks: readonly Block[]): void {
  const headings = blocks
    .filter(({ type }) => type === 'heading')
    .map((block): obsidian.HeadingCache => {
      const [start, end] = spanOf(map, block);
      const first = map.lines[block.from]?.text ?? '';
      const marks = /^ {0,3}(#{1,6})(?:[ \t]+|$)/.exec(first);
      const position = map.pos(start, end);
      if (marks)
        return {
          heading: first
            .slice(marks[0].length)
            .replace(/(?:^|[ \t]+)#+[ \t]*$/, '')
            .trim(),
          level: marks[1]?.length ?? 1,
          position,
        };
      const text = map.lines
        .slice(block.from, block.to)
        .map((line) => line.text.trim())
        .join(' ');
      return { heading: text, level: map.lines[block.to]?.text.trim().startsWith('=') ? 1 : 2, position };
    });
  if (headings.length > 0) cache.headings = headings;
}

function addListItems(cache: obsidian.CachedMetadata, map: LineMap, blocks: readonly Block[]): void {
  const items = blocks
    .filter(({ type }) => ['list', 'callout', 'blockquote'].includes(type))
    .flatMap((block) => {
      const found = scanListItems(map.lines.slice(block.from, block.to + 1));
      const first = found[0]?.line ?? 0;
      return found.map((item): obsidian.ListItemCache => {
        const id = blockIdOf(map.lines[map.loc(item.end).line]);
        return {
          position: map.pos(item.start, item.end),
          parent: item.parent ?? -first,
          ...(item.task === null ? {} : { task: item.task }),
          ...(id === undefined ? {} : { id }),
        };
      });
    });
  if (items.length > 0) cache.listItems = items;
}

function addBlockIds(cache: obsidian.CachedMetadata, { lines }: LineMap): void {
  const named = [...(cache.sections ?? []), ...(cache.listItems ?? [])].filter((part) => part.id !== undefined);
  if (named.length === 0) return;
  cache.blocks = {};
  for (const { id = '', position } of named) {
    // An id on a line of its own names the block before it.
    const alone = lines[position.start.line]?.text.trim() === `^${id}`;
    const before = alone
      ? cache.sections?.filter((section) => section.position.end.line < position.start.line).at(-1)
      : undefined;
    cache.blocks[id.toLowerCase()] = { id: id.toLowerCase(), position: before?.position ?? position };
  }
}

function addInlines(cache: obsidian.CachedMetadata, map: LineMap, inlines: readonly Inline[]): void {
  const links: obsidian.LinkCache[] = [];
  const embeds: obsidian.EmbedCache[] = [];
  const tags: obsidian.TagCache[] = [];
  const footnoteRefs: obsidian.FootnoteRefCache[] = [];
  for (const inline of inlines) {
    const position = map.pos(inline.start, inline.end);
    if (inline.kind === 'tag') tags.push({ tag: inline.tag, position });
    else if (inline.kind === 'footnote') footnoteRefs.push({ id: inline.id, position });
    else
      (inline.kind === 'link' ? links : embeds).push({
        link: inline.link,
        original: inline.original,
        displayText: inline.displayText,
        position,
      });
  }
  if (links.length > 0) cache.links = links;
  if (embeds.length > 0) cache.embeds = embeds;
  if (tags.length > 0) cache.tags = tags;
  if (footnoteRefs.length > 0) cache.footnoteRefs = footnoteRefs;
}

function blockIdOf(line: Line | undefined): string | undefined {
  return BLOCK_ID.exec(line?.text ?? '')?.[1];
}

function spanOf(map: LineMap, block: Block): [number, number] {
  return [map.lines[block.from]?.offset ?? 0, endOf(map, block.to)];
}

function endOf({ lines }: LineMap, line: number): number {
  const last = lines[line];
  return last ? last.offset + last.text.length : 0;
}
