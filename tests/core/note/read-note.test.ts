import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS, readSettings } from '../../../src/core/settings';
import type { Note } from '../../../src/core/note/note';
import { linkName } from '../../../src/core/note/link-name';
import { readingRules, readNote, sourceKey } from '../../../src/core/note/read-note';
import { damaged } from '../text/damage';

const RULES = readingRules(DEFAULT_SETTINGS);
const MATTER = ['---', 'title: "A call"', 'date: 2026-03-06', 'tags: [type/customer]', '---'];

function note(...lines: readonly string[]): Note {
  return readNote('Meetings/a.md', lines.join('\n'), RULES);
}

function body(...lines: readonly string[]): Note {
  return note(...MATTER, ...lines);
}

describe('which note is ours', () => {
  it.each([
    ['tags: [type/customer]'],
    ['tags: type/customer'],
    ['tags: "#type/customer"'],
    ['tags: a, type/customer'],
    ['tags: a type/customer'],
    ['tags:\n  - a\n  - Type/Customer'],
    ['tags: [type/customer/emea]'],
  ])('front matter %j', (line) => {
    expect(note('---', ...line.split('\n'), '---').kind).toBe('account-page');
  });

  it.each([
    ['#type/customer'],
    ['text #type/customer/emea text'],
    ['- item #type/customer'],
    ['# Heading #Type/Customer'],
    ['> #type/customer'],
  ])('inline tag %j', (line) => {
    expect(note('x', '', line).kind).toBe('account-page');
  });

  it.each([
    ['type/customer'],
    ['#type/customers'],
    ['#type'],
    ['x#type/customer'],
    ['%% #type/customer %%'],
    ['```\n#type/customer\n```'],
    ['`#type/customer`'],
    ['---\ntags: [type/customers]\n---'],
    ['---js\ntags: [type/customer]\n---'],
    ['---\n\ntags: [type/customer]'],
    ['---\ntype: customer\n---'],
    ['---\ntags: {type/customer: 1}\n---'],
    ['---\ntags:\n---'],
  ])('not %j', (text) => {
    expect(note(text).kind).toBe('other');
  });

  it('follows the setting', () => {
    const rules = readingRules(readSettings({ noteTags: ['#type/partners', 'Type/Customer'] }));
    expect(readNote('a.md', '---\ntags: [type/partners]\n---', rules).kind).toBe('account-page');
    expect(readNote('a.md', '#type/customer', rules).kind).toBe('account-page');
  });
});

describe('what a note is', () => {
  it.each([
    ['date: 2026-03-06', 'meeting'],
    ['date: "2026-03-06"', 'meeting'],
    ['date: soon', 'meeting'],
    ['date: "{{date}}"', 'meeting'],
    ['date: {{date}}', 'meeting'],
    ['date:', 'account-page'],
    ['date: ""', 'account-page'],
    ['x: y', 'account-page'],
    ['person: Ana', 'person-page'],
    ['person: true', 'person-page'],
    ['person: ""', 'account-page'],
    ['person: Ana\ndate: 2026-03-06', 'person-page'],
  ])('%j: %s', (line, kind) => {
    expect(note('---', 'tags: [type/customer]', ...line.split('\n'), '---').kind).toBe(kind);
  });

  it.each([
    ['**Account**: [[]]', 'Meetings/a.md', 'meeting', null],
    ['**Account:**', 'Meetings/a.md', 'meeting', null],
    ['> **Account**: [[Blue Heron]]', 'Meetings/a.md', 'meeting', null],
    ['**Date**: 2026-03-06', 'Meetings/a.md', 'meeting', '2026-03-06'],
    ['**Date:** [[2026-03-06]], 10:00', 'a.md', 'meeting', '2026-03-06'],
    ['**Date**: soon', '2026-03-07 a.md', 'meeting', '2026-03-07'],
    ['**Attendees**: Ana', 'a.md', 'meeting', null],
    ['x', 'Meetings/2026-03-06 - A call.md', 'meeting', '2026-03-06'],
    ['x', 'Meetings/2026 plan.md', 'account-page', null],
    ['```\n**Account**: [[]]\n```', 'a.md', 'account-page', null],
    ['**Account**: [[Blue Heron]]', 'Customers/blue-heron.md', 'account-page', null],
    ['**Account**: Blue Heron', 'Customers/Blue Heron/README.md', 'account-page', null],
    ['**Attendees**: Ana', 'Customers/A/A.md', 'account-page', null],
    ['Account: Blue Heron', 'a.md', 'account-page', null],
    ['*Source: [[b]]*', 'a.md', 'account-page', null],
  ])('%j at %s without front matter: %s', (line, path, kind, day) => {
    const text = `# Call with Blue Heron\n\n#type/customer\n\n${line}\n\n- [?] Do it. #task\n`;
    expect(readNote(path, text, RULES)).toMatchObject({ kind, day });
  });

  it.each([
    ['---\ntitle: "A: b"\n---\n# Heading', 'A: b'],
    ['# Heading', 'Heading'],
    ['x\n## **Heading** ##', 'Heading'],
    ['', 'a'],
    ['---\ntitle: 010\n---', '010'],
    ['```\n# no\n```', 'a'],
    ['---\ntitle: "{{title}}"\n---\n# {{title}}', '{{title}}'],
  ])('the title of %j is %j', (text, title) => {
    expect(note(text).title).toBe(title);
  });

  it('reads participants and aliases', () => {
    const names = (lines: string): readonly string[] => note('---', ...lines.split('\n'), '---').participants;
    expect(names('participants: ["Ana Lopez", "[[People/Ben|Ben]]", ""]')).toEqual(['Ana Lopez', 'Ben']);
    expect(names('participants: Ana, Ben')).toEqual(['Ana', 'Ben']);
    expect(names('participants: ["Lopez, Ana", "Ode, Ben"]')).toEqual(['Lopez, Ana', 'Ode, Ben']);
    expect(names('participants:\n  - [[Ana]]\n  - Ben')).toEqual(['Ana', 'Ben']);
    expect(note('**Attendees**: Ana, [[Ben]]').participants).toEqual(['Ana', 'Ben']);
    expect(note('---', 'aliases: [A, B]', 'alias: C', '---').aliases).toEqual(['A', 'B', 'C']);
  });
});

describe('which account a note states', () => {
  it.each([
    ['account: Blue Heron', 'Blue Heron'],
    ['account: "Blue Heron, Inc."', 'Blue Heron, Inc.'],
    ["account: O'Leary", "O'Leary"],
    ['account: Gdańsk', 'Gdańsk'],
    ['account: "[[Blue Heron]]"', 'Blue Heron'],
    ['account: [[Blue Heron, Inc.]]', 'Blue Heron, Inc.'],
    ['account: "[[Customers/Blue Heron/README|Heron]]"', 'Blue Heron'],
    ['account: "[[crm/blue-heron-00123|Blue Heron]]"', 'Blue Heron'],
    ['account: "[[Customers/Blue Heron/README]]"', 'Blue Heron'],
    ['account: [Blue Heron, Other]', 'Blue Heron'],
    ['account: 42', '42'],
    ['account: 010', '010'],
    ['account: __proto__', '__proto__'],
    ['account: ""', null],
    ['account:', null],
    ['account: "[[]]"', null],
    ['account: [[]]', null],
    ['account: "{{account}}"', null],
    ['account: {{account}}', null],
    ['account: " "', null],
    ['account: []', null],
    ['account: "[[|]]"', null],
  ])('front matter %j: %j', (line, name) => {
    expect(note('---', line, '---').stated.frontMatter).toBe(name);
  });

  it.each([
    ['account/blue-heron', 'blue-heron'],
    ['"#account/blue-heron"', 'blue-heron'],
    ['Account/Blue-Heron', 'Blue-Heron'],
    ['account/', null],
    ['account', null],
    ['accounts/x', null],
    ['"account/{{x}}"', null],
  ])('tag %s: %j', (tag, name) => {
    expect(note('---', `tags: [${tag}]`, '---').stated.tag).toBe(name);
  });

  it('takes an inline tag where the front matter has none', () => {
    expect(note('#type/customer #account/blue-heron').stated.tag).toBe('blue-heron');
    expect(note('---', 'tags: [account/a]', '---', '#account/b').stated.tag).toBe('a');
  });

  it.each([
    ['**Account**: [[Blue Heron]]', 'Blue Heron'],
    ['**Account:** [[Blue Heron]]', 'Blue Heron'],
    ['**Account**: Blue Heron', 'Blue Heron'],
    ['**account**: [[A/Blue Heron/README]]', 'Blue Heron'],
    ['  **Account**: [[Blue Heron#Notes]]', 'Blue Heron'],
    ['**Account**: [[Blue Heron.md]]', 'Blue Heron'],
    ['**Account**: [[]]', null],
    ['**Account**:', null],
    ['**Account**: {{account}}', null],
    ['Account: x', null],
    ['**Accounts**: x', null],
  ])('line %j: %j', (line, name) => {
    expect(body('', line).stated.line).toBe(name);
  });

  it('takes the account line that is next to a list', () => {
    expect(body('## Key facts', '- a', '**Account**: [[Blue Heron]]', '*Source: [[x]]*')).toMatchObject({
      stated: { line: 'Blue Heron' },
      source: { name: 'x' },
      facts: [{ text: 'a' }],
    });
  });
});

describe('linkName', () => {
  it.each([
    ['[[A]]', 'A'],
    ['[[A/B]]', 'B'],
    ['[[A/B|C]]', 'C'],
    ['[[A/README]]', 'A'],
    ['[[README]]', 'README'],
    ['[[A#B]]', 'A'],
    ['A', 'A'],
    [' [[A]] ', 'A'],
    ['[[]]', ''],
    ['[[A/B.md]]', 'B'],
    ['', ''],
  ])('%j is %j', (link, name) => {
    expect(linkName(link)).toBe(name);
  });
});

describe('the source of a note', () => {
  it.each([
    ['*Source: [[2026-03-06 - Sync]]*', '2026-03-06 - Sync'],
    ['Source: [[Sources/Mails/2026-03-06 - Sync.md|mail]]', '2026-03-06 - Sync'],
    ['*Source:* [[a]]', 'a'],
    ['_Source: [[a#b]]_', 'a'],
    ['**Source**: [[a]]', 'a'],
    ['> *Source: [[a]]*', 'a'],
    ['Sources: [[a]]', undefined],
    ['*Source: *', undefined],
    ['*Source: [[]]*', undefined],
    ['*Source: [[{{x}}]]*', undefined],
  ])('%j is %j', (line, name) => {
    expect(body('', line).source?.name).toBe(name);
  });

  it.each([
    ['/Users/x/Notes/2026-03-06 - Sync.md', '2026-03-06 - Sync'],
    ['C:\\Notes\\a b.eml', 'a b'],
    ['"call.vtt"', 'call'],
    ['v1.2 plan', 'v1.2 plan'],
    ['""', undefined],
    ['"{{ref}}"', undefined],
  ])('source_ref %j is %j', (ref, name) => {
    expect(note('---', `source_ref: ${ref}`, '---').source?.name).toBe(name);
  });

  it('is the link where both are there', () => {
    expect(note('---', 'source_ref: b.md', '---', '', '*Source: [[a]]*').source?.name).toBe('a');
  });

  it('has one key for its spellings, damaged ones too', () => {
    const key = sourceKey('2026-03-06 - Walk‑through of Heron’s café “plan”');
    for (const name of [
      '2026-03-06 - walk-through  of Heron\'s café "plan"',
      '2026-03-06 - Walk‑through of Heron’s café “plan”'.normalize('NFD'),
      damaged('2026-03-06 - Walk‑through of Heron’s café “plan”', 'mac-roman'),
      damaged('2026-03-06 - Walk‑through of Heron’s café “plan”'.normalize('NFD'), 'mac-roman'),
      damaged('2026-03-06 - Walk‑through of Heron’s café “plan”', 'windows-1252'),
    ]) {
      expect(sourceKey(name)).toBe(key);
    }
    expect(sourceKey('a')).not.toBe(sourceKey('b'));
  });
});

describe('front matter that is broken', () => {
  it.each([
    [
      'a duplicate key',
      ['title: a', 'tags: [x]', 'date: 2026-03-06', 'account: Blue Heron', 'tags: [type/customer]'],
      /duplicate/,
    ],
    ['a colon', ['title: a: b', 'date: 2026-03-06', 'account: Blue Heron', 'tags:', '  - type/customer'], /YAML/],
    [
      'a quote',
      ['title: "a" b', 'date: 2026-03-06', 'account: "Blue Heron"', 'tags: [', '  type/customer,', ']'],
      /YAML/,
    ],
  ])('%s loses no task, and says why', (_what, lines, reason) => {
    const found = note('---', ...lines, '---', '- [?] a');
    expect(found).toMatchObject({
      kind: 'meeting',
      day: '2026-03-06',
      stated: { frontMatter: 'Blue Heron' },
      tasks: [{ text: 'a' }],
    });
    expect(found.problem).toMatch(reason);
    expect(note('---', ...lines, '---', '- [?] a')).toEqual(found);
  });

  it.each([
    [['tags: [type/customer]', 'date: 2026-03-06', 'account: Blue Heron', '', '# A call', '- [?] a']],
    [['date: 2026-03-06', 'account: Blue Heron', '# A call', '', '#type/customer', '- [?] a']],
    [['title: A call', 'tags:', '  - type/customer', 'account: Blue Heron', 'date: 2026-03-06', '', '- [?] a']],
  ])('is read as far as it goes where it is not closed, and says so: %j', (lines) => {
    expect(note('---', ...lines)).toMatchObject({
      kind: 'meeting',
      day: '2026-03-06',
      title: 'A call',
      stated: { frontMatter: 'Blue Heron' },
      problem: expect.stringMatching(/^Front matter is not closed.*\.$/),
      tasks: [{ text: 'a' }],
    });
  });

  it('is none below a rule', () => {
    expect(note('---', '', 'Note: a call', '#type/customer')).toMatchObject({ kind: 'account-page', problem: null });
    expect(note('---', '# A call', 'date: 2026-03-06', '#type/customer')).toMatchObject({
      kind: 'meeting',
      problem: null,
    });
  });
});
