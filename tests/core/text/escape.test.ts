import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { headingText } from '../../../src/core/note/sections';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { escape, escapeSigns, noteLink } from '../../../src/core/text/escape';
import { parseInline, visible } from '../../../src/core/text/inline';
import { foldSpace } from '../../../src/core/text/space';
import { createMarkdownParser } from '../../../scripts/workbench/obsidian/rendering/markdown-parser';
import { growth } from '../../growth';

const PARSER = new MarkdownIt({ html: true });
const OBSIDIAN = createMarkdownParser();
const RULES = readingRules(DEFAULT_SETTINGS);

/**
 * Texts of words and of the signs that mean something to Markdown, Obsidian or a plugin, alone and as they are written.
 */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'\\`*_[](){}<>#+-=.!|~^$%&:;@/ a1é\n\t\u200b\u202e'), maxLength: 16 }),
  fc
    .array(
      fc.constantFrom(
        '- [ ]',
        '- [?]',
        '1.',
        '2)',
        '>',
        '# ',
        '#task',
        '#4521',
        '[[Note]]',
        '![[x]]',
        '[a](javascript:b)',
        '[^1]',
        '^id',
        '<b>',
        '</b>',
        '<!--',
        '-->',
        '<%',
        '%>',
        '%%',
        '{{',
        '$=',
        '$x$',
        '``',
        '**',
        '~~',
        '==',
        '---',
        '| a |',
        'key:: v',
        '[due:: 2026-03-06]',
        '&amp;',
        '&#35;',
        '📅 2026-03-06',
        '**Account**:',
        '*Source:',
        'account',
        'x',
        ' ',
        '\n',
        '\\',
        'file://',
        '@Ana',
        'C#',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);
const shownOf = (given: string): string => foldSpace(visible(foldSpace(given)));

describe('a text of a note, escaped', () => {
  it.each([
    'e.g. 3.5 kW - fine',
    'Ask about snake_case, 2 * 3 and C#',
    'Ticket #4521 (see #7), 50% of ~5',
    'x < 3 & y > 2',
    '2026-03-06 - Kick-off: on time',
    '-5 °C at night',
    'https://a.example/b_c?d=e&f=1',
    '2^10',
    '@Ana, 10:30?',
    'Juniper & Vale',
    'O\'Leary "Foods" {x} a=b',
  ])('stays as it is where it needs nothing: %j', (given) => {
    expect(escape(given)).toBe(given);
  });

  it.each([
    ['- [ ] Pay', '\\- \\[ \\] Pay'],
    ['1. One', '1\\. One'],
    ['> so', '\\> so'],
    ['# Top', '\\# Top'],
    ['---', '\\---'],
    ['===', '\\=\\=\\='],
    ['a #task b', 'a \\#task b'],
    ['#4a', '\\#4a'],
    ['Top #', 'Top \\#'],
    ['[[A|b]]', '\\[\\[A\\|b\\]\\]'],
    ['`= c`', '\\`= c\\`'],
    ['<% d %>', '\\<\\% d %>'],
    ['{{e}}', '\\{\\{e}}'],
    ['%%f%%', '\\%\\%f\\%\\%'],
    ['g:: h', 'g:\\: h'],
    ['i ^j', 'i \\^j'],
    ['~~k~~ ==l==', '\\~\\~k\\~\\~ \\=\\=l\\=\\='],
    ['$5', '\\$5'],
    ['&lt;', '\\&lt;'],
    ['C:\\*', 'C:\\\\\\*'],
    ['file://m', 'file\\://m'],
    ['n\u202eo\np', 'n\\[U+202E\\]o p'],
    ['_q_ r_s', '\\_q\\_ r_s'],
    ['*t*', '\\*t\\*'],
  ])('of %j is %j', (given, wanted) => {
    expect(escape(given)).toBe(wanted);
  });

  it.each([
    ['a line', ''],
    ['an item', '- '],
    ['a numbered item', '1. '],
    ['a heading', '## '],
    ['a quote', '> '],
    ['the middle of a line', 'So: '],
  ])('is shown as %s exactly, and is nothing but text', (_, before) => {
    fc.assert(
      fc.property(text, (given) => {
        const tokens = PARSER.parse(`${before}${escape(given)}`, {});
        const inline = tokens.filter(({ type }) => type === 'inline');
        expect(tokens.filter(({ type }) => /html|fence|code|hr/.test(type))).toEqual([]);
        expect(
          inline.flatMap(({ children }) => children!.map(({ type }) => type)).filter((type) => type !== 'text'),
        ).toEqual([]);
        const shown = inline.map(({ children }) => children!.map(({ content }) => content).join('')).join('\n');
        expect(shown).toBe((/^So/.test(before) ? `${before}${shownOf(given)}` : shownOf(given)).trim());
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['a line', ''],
    ['an item', '- '],
    ['a heading', '# '],
    ['a quote', '> '],
  ])('is no link, tag, task, call-out or highlight of Obsidian as %s', (_, before) => {
    fc.assert(
      fc.property(text, (given) => {
        const tokens = OBSIDIAN.parse(`${before}${escape(given)}`, {});
        const marks = tokens
          .flatMap(({ children }) => children ?? [])
          .filter(({ type, markup }) => type !== 'text' && markup !== 'linkify');
        expect(marks.map(({ type }) => type)).toEqual([]);
        expect(tokens.filter(({ meta, type }) => meta !== null || type.startsWith('callout'))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('opens as many blocks as plain words do', () => {
    fc.assert(
      fc.property(text, (given) => {
        const blocks = (words: string): readonly string[] =>
          PARSER.parse(`${words}\n\nbelow\n`, {}).map(({ type }) => type);
        if (shownOf(given) !== '') expect(blocks(escape(given))).toEqual(blocks('words'));
      }),
      { numRuns: 200 },
    );
  });

  it('is no task, tag, link, decision, account or source of a note that it stands in', () => {
    fc.assert(
      fc.property(text, (given) => {
        const words = escape(given);
        const note = readNote(
          'a.md',
          `---\ntags: [type/customer]\ndate: 2026-03-06\ntitle: T\n---\n${words}\n\n- ${words}\n- so ${words}\n\n## Notes\n`,
          RULES,
        );
        expect(note).toMatchObject({
          tasks: [],
          decisions: [],
          facts: [],
          source: null,
          participants: [],
          stated: { frontMatter: null, tag: null, line: null },
        });
        expect(parseInline(words).filter(({ kind }) => kind === 'note')).toEqual([]);
        expect(words).not.toMatch(/%%|\{\{|<%|::|\$=|==|~~|\[\[|(?:^|\s)#[^\s\d]|(?:^|\s)\^|[\n\u200b\u202e]/);
      }),
      { numRuns: 200 },
    );
  });

  it('is shown by our own reader as what it was, and is nothing but text or an address there', () => {
    fc.assert(
      fc.property(text, (given) => {
        const pieces = parseInline(escape(given));
        expect(pieces.map((piece) => ('text' in piece ? piece.text : '?')).join('')).toBe(shownOf(given));
        expect(pieces.every(({ kind }) => kind === 'text' || kind === 'url')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is read as the same words as a heading, but for a colon at its end', () => {
    fc.assert(
      fc.property(text, (given) => {
        const words = foldSpace(given);
        expect(headingText(`# ${escapeSigns(words)}`)).toBe(words.replace(/:$/, '').trim());
      }),
      { numRuns: 400 },
    );
  });

  it('is what it was where it is read as Markdown again: nothing is lost', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(escapeSigns(foldSpace(given)).replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(foldSpace(given));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    'https://a',
    'www.',
    'https://a_ ',
    '(https://',
    '#',
    '&',
    '&#',
    ':',
    '<',
    '\\',
    '[',
    '_',
    '1',
    '#1',
    '- ',
    '=',
  ])('of a line of a hundred thousand %j takes as much more time as it is longer', (unit) => {
    expect(growth((size) => escape(unit.repeat(size / unit.length)), 100_000)).toBeLessThan(3);
  });
});

/** Readers that make links of addresses by themselves, and let HTML live. */
const READERS: Readonly<Record<string, (markdown: string) => string>> = {
  marked: (markdown) => marked.parse(markdown, { async: false }),
  'markdown-it with linkify': (markdown) => new MarkdownIt({ html: true, linkify: true }).render(markdown),
  'micromark with GFM': (markdown) =>
    micromark(markdown, {
      allowDangerousHtml: true,
      allowDangerousProtocol: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    }),
};

describe.each(Object.entries(READERS))('an address, as %s reads it', (_reader, render) => {
  const part = fc.oneof(
    fc.constantFrom('https://a.example/x', 'http://b.example', 'www.c.example/y', 'd_e@f.example', 'https://', 'see '),
    fc.constantFrom(
      '<img src=x onerror=alert(1)>',
      '<!--',
      '<b>',
      '</p>',
      '<?',
      '<a href=javascript:x>',
      '[x](javascript:y)',
    ),
    fc.constantFrom(
      '![i](https://g.example/h.png)',
      '`',
      '``',
      '[[',
      ']]',
      '**',
      '_',
      '~~',
      '&lt;',
      '&#60;',
      '\\',
      '|',
      '<',
      '>',
    ),
    fc.string({ unit: fc.constantFrom(...'\\`*_[](){}<>#+-=.!|~^$%&:;@/ a1"\''), maxLength: 6 }),
  );

  it('lets nothing before, in or behind it live, but the address', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
        const html = render(escape(`So ${parts.join('')}`));
        const tags = html.match(/<[a-z!/?][^>]*>/gi) ?? [];
        expect(tags.filter((tag) => !/^<(?:\/?p|\/a|a href="(?:https?:\/\/|mailto:)[^"<>]*")>$/i.test(tag))).toEqual(
          [],
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is whole, whatever signs it has, and however it stands among words', () => {
    const address = fc
      .tuple(
        fc.constantFrom('https://a.example/', 'http://b.example/c?'),
        fc.string({ unit: fc.constantFrom(...'abcXYZ019-._~!&()*+,=:@/?#'), maxLength: 12 }),
      )
      .map(([start, rest]) => `${start}${rest.replaceAll('(', '').replaceAll(')', '')}z`);
    const around = fc.constantFrom<readonly [string, string]>(
      ['', ''],
      ['see ', ' please'],
      ['(', ')'],
      ['**', '**'],
      ['so: ', '.'],
      ['', '<img src=x>'],
      ['- [ ] ', ', then'],
    );
    fc.assert(
      fc.property(address, around, (url, [before, after]) => {
        const html = render(`So ${escape(`${before}${url}${after}`)}`);
        const targets = [...html.matchAll(/ href="([^"]*)"/g)].map(([, href]) =>
          decodeURIComponent(href!.replaceAll('&amp;', '&')),
        );
        expect(targets).toContain(url);
      }),
      { numRuns: 500 },
    );
  });
});

it.each([
  ['https://a.example/A_(b)', '<https://a.example/A_(b)>'],
  ['https://a.example/x<img src=y>', '<https://a.example/x>\\<img src=y>'],
  ['**https://a.example/x**', '\\*\\*<https://a.example/x>\\*\\*'],
  ['see https://a.example/_x_y.', 'see <https://a.example/_x_y>.'],
  ['see https://a.example/x??y', 'see <https://a.example/x??y>'],
  ['[https://a.example/x?b=[1]]', '\\[<https://a.example/x?b=%5B1%5D>\\]'],
  ['www.a.example/x<b>', 'www\\.a.example/x\\<b>'],
  ['https://a.example/b, and https://c.example/d.', 'https://a.example/b, and https://c.example/d.'],
])('the address in %j is %j', (given, wanted) => {
  expect(escape(given)).toBe(wanted);
});

describe('a link to a note', () => {
  it.each([
    ['Customers/A/2026-03-06 - Kick-off.md', 'Kick-off #4', '[[Customers/A/2026-03-06 - Kick-off|Kick-off #4]]'],
    ['A.md', '[Draft] plan', '\\[Draft\\] plan ([[A|note]])'],
    ['A.md', 'x]] #task', 'x\\]\\] \\#task ([[A|note]])'],
    ['a[[b]].md', 'Plan', 'Plan'],
    ['a|b.md', '<b>', '\\<b>'],
    ['A.md', '', '([[A|note]])'],
  ])('at %j with the title %j is %j', (path, title, wanted) => {
    expect(noteLink(path, title)).toBe(wanted);
  });
});
