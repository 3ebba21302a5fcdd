import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rawFrontMatter, readFrontMatter, type FrontMatter } from '../../../src/core/note/front-matter';

function read(...lines: readonly string[]): FrontMatter {
  const result = readFrontMatter(lines);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('a text', () => {
  it.each([
    ['a: Blue Heron, Inc.', 'Blue Heron, Inc.'],
    ['a: "Blue: Heron"', 'Blue: Heron'],
    ["a: 'O''Leary'", "O'Leary"],
    ['a: O’Leary', 'O’Leary'],
    ['a: 10:30', '10:30'],
    ['a: 010', '010'],
    ['a: 1_000', '1_000'],
    ['a: 0x1F', '0x1F'],
    ['a: 3.10', '3.10'],
    ['a: yes', 'yes'],
    ['a: true', 'true'],
    ['a: 2026-03-06', '2026-03-06'],
    ['a: 2026-03-06 # day', '2026-03-06'],
    ['a: [Blue Heron]', 'Blue Heron'],
    ['a: [10]', '10'],
    ['a: [[Blue Heron]]', '[[Blue Heron]]'],
    ['a: [[Blue Heron, Inc.]]', '[[Blue Heron, Inc.]]'],
    ['a: [[Customers/Blue Heron/README|Blue Heron]]', '[[Customers/Blue Heron/README|Blue Heron]]'],
    ['a: "[[Blue Heron]]"', '[[Blue Heron]]'],
    ['{a: 10}', '10'],
    ['"a": 7', '7'],
    ['a: >\n  Blue\n  Heron', 'Blue Heron'],
    ['a: |\n  Blue\n  Heron', 'Blue Heron'],
    ['a: ""', null],
    ['a: " "', null],
    ['a:', null],
    ['a: ~', null],
    ['a: {{title}}', null],
    ['a: "{{title}}"', null],
    ['a: {b: c}', null],
    ['a: []', null],
    ['a: [b, c]', null],
    ['b: c', null],
  ])('%j is %j', (lines, text) => {
    expect(read(...lines.split('\n')).text('a')).toBe(text);
  });
});

describe('a list', () => {
  it.each([
    ['a: [b, c]', ['b', 'c']],
    ['a: ["b, c", d]', ['b, c', 'd']],
    ['a:\n  - b\n  - c', ['b', 'c']],
    ['a:\n- b\n- "c d"', ['b', 'c d']],
    ['a: b', ['b']],
    ['a: b, c', ['b, c']],
    ['a: [10, 010, true, 2026-03-06]', ['10', '8', 'true', '2026-03-06']],
    ['a:\n  - [[Ana]]\n  - "[[Ben]]"', ['[[Ana]]', '[[Ben]]']],
    ['a: [[[Ana]], [[Ben]]]', ['[[Ana]]', '[[Ben]]']],
    ['a: [[Ana]]', ['[[Ana]]']],
    ['a: [b, "", " ", "{{c}}", {d: e}, ~]', ['b']],
    ['a: []', []],
    ['a:', []],
    ['b: c', []],
  ])('%j is %j', (lines, list) => {
    expect(read(...lines.split('\n')).list('a')).toEqual(list);
  });
});

describe('has', () => {
  it.each([
    ['a: b', true],
    ['a: {{date}}', true],
    ['a: "{{date}}"', true],
    ['a: 0', true],
    ['a: ""', false],
    ['a: " "', false],
    ['a:', false],
    ['a: []', false],
    ['b: c', false],
  ])('%j: %j', (line, wanted) => {
    expect(read(line).has('a')).toBe(wanted);
    expect(rawFrontMatter([line]).has('a')).toBe(wanted);
  });
});

describe('keys and values that are names of JavaScript', () => {
  it('are keys and values', () => {
    const matter = read('__proto__: {account: x}', 'constructor: y', 'a: __proto__', 'b: [__proto__, constructor]');
    expect(matter.text('account')).toBeNull();
    expect(matter.text('toString')).toBeNull();
    expect(matter.has('hasOwnProperty')).toBe(false);
    expect(matter.text('constructor')).toBe('y');
    expect(matter.text('a')).toBe('__proto__');
    expect(matter.list('b')).toEqual(['__proto__', 'constructor']);
    expect(rawFrontMatter(['__proto__: x']).text('__proto__')).toBe('x');
    expect(rawFrontMatter(['a: x']).text('constructor')).toBeNull();
  });
});

describe('what is not valid', () => {
  it.each([
    ['a: b\na: c', /duplicate.*line 3/],
    ['a: "b', /line/],
    ['a: b: c', /line 2/],
    ['- b\n- c', /no keys/],
    ['just words', /no keys/],
    ['a: !!js/function "function () {}"', /unknown tag/],
    ['a: &x *x', /./],
    [`a: ${'['.repeat(20_000)}`, /./],
    ['a: b\n---x\nc: d', /./],
  ])('%j is a failure with its reason, however often it is read', (lines, reason) => {
    for (const result of [readFrontMatter(lines.split('\n')), readFrontMatter(lines.split('\n'))]) {
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error).toMatch(reason);
      if (!result.ok) expect(result.error).not.toMatch(/\n/);
    }
  });

  it('takes empty front matter, comments and `...` for what they are', () => {
    expect(read().has('a')).toBe(false);
    expect(read('', ' ').has('a')).toBe(false);
    expect(read('# a: b').has('a')).toBe(false);
    expect(read('# x', 'a: b').text('a')).toBe('b');
  });

  it('does not blow up on lists of lists of lists', () => {
    const hundred = (item: string): string => `[${Array.from({ length: 500 }, () => item).join(', ')}]`;
    expect(
      read(`a: &a ${hundred('x')}`, `b: &b ${hundred('*a')}`, `tags: ${hundred('*b')}`).list('tags').length,
    ).toBeLessThan(2000);
  });
});

describe('front matter of another engine', () => {
  const seen = globalThis as { frontMatterRan?: boolean };
  afterEach(() => {
    delete seen.frontMatterRan;
  });

  it.each(['js', 'javascript', 'coffee', 'json'])('---%s in the lines runs nothing', (engine) => {
    readFrontMatter([`---${engine}`, 'globalThis.frontMatterRan = true', '---']);
    readFrontMatter([engine, 'globalThis.frontMatterRan = true']);
    expect(seen.frontMatterRan).toBeUndefined();
  });
});

describe('raw front matter', () => {
  const raw = (...lines: readonly string[]): FrontMatter => rawFrontMatter(lines);

  it.each([
    ['"About "chiller 3" alarms"', 'About "chiller 3" alarms'],
    ['""Chiller 3" is down"', '"Chiller 3" is down'],
    ["'O'Leary's plan'", "O'Leary's plan"],
    ['"Chiller 3" and "chiller 4"', '"Chiller 3" and "chiller 4"'],
    ['"', '"'],
    ['""', null],
    ['"open', '"open'],
  ])('takes the outer quotes off %s', (written, text) => {
    expect(raw(`title: ${written}`).text('title')).toBe(text);
  });

  it('reads what lines say', () => {
    const matter = raw(
      'title: "A: b" # note',
      'account: Blue Heron # big',
      "owner: 'O''L # x'",
      'tags: ["type/customer", \'x\', "Blue Heron, Inc."]',
      'list:',
      '  - "b"',
      '  - c # d',
      '- e',
      'date: 2026-03-06T10:00',
      'flow: [',
      '  "a",',
      '  b, c',
      ']',
      'after: x',
      'empty:',
      'template: {{x}}',
    );
    expect(matter.text('title')).toBe('A: b');
    expect(matter.text('account')).toBe('Blue Heron');
    expect(matter.text('owner')).toBe("O'L # x");
    expect(matter.list('tags')).toEqual(['type/customer', 'x', 'Blue Heron, Inc.']);
    expect(matter.list('list')).toEqual(['b', 'c', 'e']);
    expect(matter.text('date')).toBe('2026-03-06T10:00');
    expect(matter.list('flow')).toEqual(['a', 'b', 'c']);
    expect(matter.text('after')).toBe('x');
    expect(matter.text('empty')).toBeNull();
    expect(matter.text('template')).toBeNull();
  });

  it('joins what a duplicate key says twice', () => {
    const matter = raw('tags: [a]', 'account: ""', 'tags:', '  - type/customer', 'account: Blue Heron');
    expect(matter.list('tags')).toEqual(['a', 'type/customer']);
    expect(matter.text('account')).toBe('Blue Heron');
  });

  it('reads simple front matter as YAML does', () => {
    const word = fc
      .stringMatching(/^[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8})?$/)
      .filter((text) => !/^(?:yes|no|true|false|null|on|off)$/i.test(text));
    fc.assert(
      fc.property(
        word,
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('flow', 'block', 'quoted'),
        (text, items, style) => {
          const list =
            style === 'block'
              ? ['list:', ...items.map((item) => `  - ${item}`)]
              : [`list: [${items.map((item) => (style === 'quoted' ? `"${item}"` : item)).join(', ')}]`];
          const lines = [`text: ${text}`, ...list, 'last: x'];
          const yaml = read(...lines);
          expect(raw(...lines).text('text')).toBe(yaml.text('text'));
          expect(raw(...lines).list('list')).toEqual(yaml.list('list'));
        },
      ),
    );
  });
});
