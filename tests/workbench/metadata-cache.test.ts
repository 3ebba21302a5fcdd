import { afterEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { Disk } from '../../scripts/workbench/obsidian/vault/disk';
import { Faults, Outside } from '../../scripts/workbench/obsidian/vault/doors';
import { type TFile } from '../../scripts/workbench/obsidian/vault/file-tree';
import {
  getAllTags,
  parseFrontMatterAliases,
  parseFrontMatterTags,
} from '../../scripts/workbench/obsidian/metadata/front-matter-fields';
import { resolveSubpath } from '../../scripts/workbench/obsidian/metadata/link-text';
import { scanMarkdown } from '../../scripts/workbench/obsidian/metadata/markdown-scan';
import { MetadataCache } from '../../scripts/workbench/obsidian/metadata/metadata-cache';
import { Vault } from '../../scripts/workbench/obsidian/vault/vault';

function loaded(files: Readonly<Record<string, string>>) {
  const disk = new Disk();
  const outside = new Outside(disk);
  for (const [path, text] of Object.entries(files)) outside.write(path, text);
  const vault = new Vault({ disk, faults: new Faults() });
  const cache = new MetadataCache(vault, outside);
  vault.load();
  cache.load();
  cache.flush();
  const events: string[] = [];
  cache.on('changed', (file, data) => events.push(`changed ${file.path}: ${data}`));
  cache.on('deleted', (file, before) => events.push(`deleted ${file.path} ${before?.headings?.length ?? 0}`));
  cache.on('resolve', (file) => events.push(`resolve ${file.path}`));
  cache.on('resolved', () => events.push('resolved'));
  const file = (path: string): TFile => vault.getFileByPath(path) as TFile;
  return { vault, cache, outside, events, file };
}

/** What a position covers, so that a test reads as the note does. */
function covered(
  text: string,
  parts: readonly { position: { start: { offset: number }; end: { offset: number } } }[] | undefined,
): string[] {
  return (parts ?? []).map(({ position }) => text.slice(position.start.offset, position.end.offset));
}

describe('events', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('follow a change a tick later; until then the cache tells of the text before', () => {
    jest.useFakeTimers();
    const { cache, outside, events, file } = loaded({ 'a.md': '# One' });
    outside.write('a.md', '# Two');
    expect(cache.getFileCache(file('a.md'))?.headings?.[0]?.heading).toBe('One');
    expect(events).toEqual([]);
    jest.advanceTimersByTime(0);
    expect(cache.getFileCache(file('a.md'))?.headings?.[0]?.heading).toBe('Two');
    expect(events).toEqual(['changed a.md: # Two', 'resolve a.md', 'resolved']);
  });

  test('a new note has no cache until it is scanned', () => {
    const { cache, outside, file } = loaded({});
    outside.write('a.md', '# One');
    expect(cache.getFileCache(file('a.md'))).toBeNull();
    cache.flush();
    expect(cache.getFileCache(file('a.md'))?.headings).toHaveLength(1);
  });

  test('a rename tells of no change and keeps the cache', () => {
    const { cache, outside, events } = loaded({ 'a.md': '# One' });
    const before = cache.getCache('a.md');
    outside.rename('a.md', 'b.md');
    cache.flush();
    expect(events).toEqual(['resolved']);
    expect(cache.getCache('b.md')).toBe(before);
    expect(cache.getCache('a.md')).toBeNull();
  });

  test('a note that is gone comes with what was known of it', () => {
    const { cache, outside, events } = loaded({ 'a.md': '# One' });
    outside.remove('a.md');
    expect(events).toEqual(['deleted a.md 1']);
    expect(cache.getCache('a.md')).toBeNull();
  });
});

describe('links', () => {
  const files = {
    'Home.md':
      '[[README]] [[Customers/Blue/README|Blue]] [[none]] ![[pic.png]] [md](Customers/Red/Note%201.md) [[note 1#Head]]',
    'Customers/Blue/README.md': '[[README]] [[../Red/Note 1]]',
    'Customers/Red/README.md': '',
    'Customers/Red/Note 1.md': '[[#Here]] [[Release 2.0]]',
    'Release 2.0.md': '',
    'pic.png': '',
  };

  test('mean the whole path, the same folder, or the nearest', () => {
    const { cache } = loaded(files);
    const find = (link: string, from = 'Home.md'): string | undefined => cache.getFirstLinkpathDest(link, from)?.path;
    expect(find('README', 'Customers/Blue/Other.md')).toBe('Customers/Blue/README.md');
    expect(find('Red/README')).toBe('Customers/Red/README.md');
    expect(find('note 1')).toBe('Customers/Red/Note 1.md');
    expect(find('Release 2.0')).toBe('Release 2.0.md');
    expect(find('', 'Home.md')).toBe('Home.md');
    expect(find('ed/README')).toBeUndefined();
  });

  test('are counted, also the unresolved', () => {
    const { cache, outside } = loaded(files);
    expect(cache.resolvedLinks['Home.md']).toEqual({
      'Customers/Red/README.md': 1,
      'Customers/Blue/README.md': 1,
      'pic.png': 1,
      'Customers/Red/Note 1.md': 2,
    });
    expect(cache.unresolvedLinks['Home.md']).toEqual({ none: 1 });
    expect(cache.resolvedLinks['Customers/Red/Note 1.md']).toEqual({
      'Customers/Red/Note 1.md': 1,
      'Release 2.0.md': 1,
    });
    outside.write('none.md', '');
    expect(cache.unresolvedLinks['Home.md']).toEqual({});
  });

  test('are written short where the name is the only one', () => {
    const { cache, file } = loaded(files);
    expect(cache.fileToLinktext(file('Customers/Red/Note 1.md'), '')).toBe('Note 1');
    expect(cache.fileToLinktext(file('Customers/Red/README.md'), '')).toBe('Customers/Red/README');
    expect(cache.fileToLinktext(file('pic.png'), '')).toBe('pic.png');
  });
});

describe('a note', () => {
  test('has headings, with their text alone', () => {
    const text = '# One #\n\ntext\n---\n\n#no\n\n## [[Two]] **x**\n```\n# code\n```\n  ### Three\n';
    const { headings } = scanMarkdown(text);
    expect(headings?.map(({ heading, level }) => [heading, level])).toEqual([
      ['One', 1],
      ['text', 2],
      ['[[Two]] **x**', 2],
      ['Three', 3],
    ]);
  });

  test('has sections', () => {
    const text = [
      '---',
      'a: 1',
      '---',
      '# H',
      'para',
      'more',
      '',
      '- one',
      '',
      '- two',
      '* other',
      '',
      '> [!note] T',
      '> x',
      '> plain',
      '',
      '| a | b |',
      '|---|---|',
      '| 1 | 2 |',
      '',
      '<div>',
      'x',
      '</div>',
      '',
      '```js',
      'x',
      '',
      '```',
      '***',
      '%%',
      'hidden',
      '',
      '- [ ] no',
      '%%',
      '> q',
      '',
      '[^1]: note',
      '$$',
      'x',
      '$$',
    ].join('\n');
    expect(scanMarkdown(text).sections?.map(({ type }) => type)).toEqual([
      'yaml',
      'heading',
      'paragraph',
      'list',
      'list',
      'callout',
      'table',
      'html',
      'code',
      'thematicBreak',
      'comment',
      'blockquote',
      'footnoteDefinition',
      'math',
    ]);
  });

  test('has list items with task and parent, each with its own words alone', () => {
    const text = [
      'Intro',
      '',
      '- [ ] one',
      '\t- [x] child',
      '\t\t1. grand child',
      '  more of it',
      '- [?] two ^id1',
      '',
      '+ [/] plus',
      '12) [-] twelve',
      '-no',
      '- []',
      '- [xx] no',
    ].join('\n');
    const { listItems, blocks } = scanMarkdown(text);
    expect(
      listItems?.map(({ task, parent, position }) => [position.start.line, position.start.col, task, parent]),
    ).toEqual([
      [2, 0, ' ', -2],
      [3, 1, 'x', 2],
      [4, 2, undefined, 3],
      [6, 0, '?', -2],
      [8, 0, '/', -8],
      [9, 0, '-', -9],
      [11, 0, undefined, -11],
      [12, 0, undefined, -11],
    ]);
    expect(covered(text, listItems).slice(0, 2)).toEqual(['- [ ] one', '- [x] child']);
    expect(blocks?.['id1']?.position.start.line).toBe(6);
  });

  test('has the items in quotes and callouts, none in code and comments', () => {
    const text = [
      '> [!todo] T',
      '> - [?] in a callout',
      '>   - [ ] child',
      '',
      '```',
      '- [ ] code',
      '```',
      '',
      '- item',
      '  ```',
      '  - [ ] code in an item',
      '  ```',
      '  - [x] after it',
      '',
      '<!--',
      '- [ ] comment',
      '-->',
      '',
      '    - [ ] indented code',
    ].join('\n');
    const { listItems } = scanMarkdown(text);
    expect(listItems?.map(({ task, position }) => [position.start.line, position.start.col, task])).toEqual([
      [1, 2, '?'],
      [2, 4, ' '],
      [8, 0, undefined],
      [12, 2, 'x'],
    ]);
  });

  test('has tags of all scripts, but not in code, links, addresses or headings of numbers', () => {
    const text =
      '#a #b/c_d-e, #ü️é x#no `#code` #12 #1a https://x.test/#frag [[Note#Head]] %%#hidden%% \\#escaped\n#日本 (#paren) #end.';
    const { tags } = scanMarkdown(text);
    expect(tags?.map(({ tag }) => tag)).toEqual(['#a', '#b/c_d-e', '#ü️é', '#1a', '#日本', '#end']);
    expect(covered(text, tags)).toEqual(tags?.map(({ tag }) => tag));
  });

  test('has links and embeds as written', () => {
    const text = 'See [[A|the a]], ![[b.png]], [c](C%20d.md "t"), [e](https://e.test), ``[[no]] ` ``, [[F#g]].';
    const { links, embeds } = scanMarkdown(text);
    expect(links?.map(({ link, original, displayText }) => [link, original, displayText])).toEqual([
      ['A', '[[A|the a]]', 'the a'],
      ['C d.md', '[c](C%20d.md "t")', 'c'],
      ['F#g', '[[F#g]]', 'F#g'],
    ]);
    expect(covered(text, embeds)).toEqual(['![[b.png]]']);
  });

  test('keeps its places with CRLF', () => {
    const text = '---\r\ntags: [x]\r\n---\r\n# One\r\n\r\n- [?] two #t\r\n';
    const cache = scanMarkdown(text);
    expect(covered(text, cache.headings)).toEqual(['# One']);
    expect(covered(text, cache.listItems)).toEqual(['- [?] two #t']);
    expect(cache.frontmatter).toEqual({ tags: ['x'] });
    expect(cache.frontmatterPosition?.end).toEqual({ line: 2, col: 3, offset: text.indexOf('---', 4) + 3 });
  });

  test('has front matter, its links, its tags and aliases', () => {
    const cache = scanMarkdown(
      '---\ntags: [type/customer, "#b"]\naliases: One, Two\nup: "[[Home|h]]"\nlist: ["[[A]]"]\ndate: 2026-03-06\n---\n#c',
    );
    expect(cache.frontmatter?.['date']).toBe('2026-03-06');
    expect(getAllTags(cache)).toEqual(['#type/customer', '#b', '#c']);
    expect(parseFrontMatterTags({ tag: 'a, b' })).toEqual(['#a', '#b']);
    expect(parseFrontMatterAliases(cache.frontmatter ?? null)).toEqual(['One', 'Two']);
    expect(cache.frontmatterLinks?.map(({ key, link }) => [key, link])).toEqual([
      ['up', 'Home'],
      ['list.0', 'A'],
    ]);
  });

  test('with broken front matter has none, but all else', () => {
    const cache = scanMarkdown('---\na: 1\na: 2\n---\n- [?] x');
    expect(cache.frontmatter).toBeUndefined();
    expect(cache.listItems).toHaveLength(1);
  });

  test('without anything is empty', () => {
    expect(scanMarkdown('')).toEqual({});
    expect(scanMarkdown('---\na: 1\n---').sections).toHaveLength(1);
    expect(scanMarkdown('---\n')).toEqual({ sections: [expect.objectContaining({ type: 'thematicBreak' })] });
  });

  test('of any kind is scanned, in order and within its text', () => {
    const piece = fc.constantFrom(
      '- [?] a',
      '- ',
      '  - x',
      '\t1. y',
      '> ',
      '> [!n]',
      '```',
      '~~~',
      '---',
      '===',
      '%%',
      '<!--',
      '-->',
      '# h',
      '| a |',
      '|--|',
      '$$',
      '[[a]]',
      '![[',
      '#t',
      '`',
      '',
      'w ^id',
      '\r\n',
      '\n',
      '\n',
      '\n\n',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        (text) => {
          const cache = scanMarkdown(text);
          let last = 0;
          for (const { position } of cache.sections ?? []) {
            expect(position.start.offset).toBeGreaterThanOrEqual(last);
            expect(position.end.offset).toBeLessThanOrEqual(text.length);
            last = position.end.offset;
          }
          for (const item of covered(text, cache.listItems)) expect(item).toMatch(/^(?:[-*+]|\d+[.)])/);
          for (const link of cache.links ?? []) expect(covered(text, [link])).toEqual([link.original]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('resolves places in it', () => {
    const cache = scanMarkdown('# One\n## Two: x\ntext\n## Three\n');
    expect(resolveSubpath(cache, '#One#two x')).toMatchObject({
      type: 'heading',
      start: { line: 1 },
      end: { line: 3 },
    });
    expect(resolveSubpath(cache, '#None')).toBeNull();
  });
});

// As long as it takes: that it takes no time at all is what keeps it below the runner's limit.
test('10,000 linked notes are created, scanned and resolved', async () => {
  const { vault, cache } = loaded({});
  for (let index = 0; index < 10_000; index += 1) {
    await vault.create(`Note ${index}.md`, `# Note ${index}\n\n- [?] See [[Note ${(index * 7) % 10_000}]] #task\n`);
  }
  cache.flush();
  expect(Object.keys(cache.resolvedLinks)).toHaveLength(10_000);
  expect(cache.unresolvedLinks['Note 3.md']).toEqual({});
});
