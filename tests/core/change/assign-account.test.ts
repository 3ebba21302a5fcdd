import { describe, expect, it } from '@jest/globals';
import { accountKey } from '../../../src/core/account/names';
import { applyEdits } from '../../../src/core/change/apply';
import { assignAccount, type Assignment } from '../../../src/core/change/assign-account';

const TO = { name: 'Blue Heron', slug: 'blue-heron' };
const ASSIGN: Assignment = { to: TO, replaces: () => false };
const CHANGE: Assignment = { to: TO, replaces: (spelling) => accountKey(spelling) === 'oldmill' };

/** The note after the assignment, or the reason why there is none. */
function after(text: string, assignment: Assignment): string {
  const edits = assignAccount('Meetings/a.md', text, assignment);
  return edits.ok ? applyEdits(text, edits.value).text : edits.error.reason;
}

/** The front matter after the assignment, with other keys around it. */
function matterAfter(matter: string, assignment = ASSIGN): string {
  const result = after(`---\ntitle: "A: call" # ours\n${matter}\nlast: [a, 'b'] \n---\n\nBody.\n`, assignment);
  const inner = /^---\ntitle: "A: call" # ours\n([^]*)\nlast: \[a, 'b'\] \n---\n\nBody\.\n$/.exec(result)?.[1];
  return inner ?? result;
}

describe('an empty account is filled', () => {
  it.each([
    ['account:', 'account: Blue Heron'],
    ['account: ', 'account: Blue Heron'],
    ['account:   ', 'account:   Blue Heron'],
    ['account:\t', 'account:\tBlue Heron'],
    ['account: ""', 'account: "Blue Heron"'],
    ["account: ''", "account: 'Blue Heron'"],
    ['account: "  "', 'account: "Blue Heron"'],
    ['account: null', 'account: Blue Heron'],
    ['account: ~', 'account: Blue Heron'],
    ['account: "" # who?', 'account: "Blue Heron" # who?'],
    ['account: # who?', 'account: Blue Heron # who?'],
    ['account:  # who?', 'account: Blue Heron  # who?'],
    ['account:    ""  ', 'account:    "Blue Heron"  '],
    ['account : ""', 'account : "Blue Heron"'],
    ['"account": ""', '"account": "Blue Heron"'],
    ["'account':", "'account': Blue Heron"],
    ['account: []', 'account: [Blue Heron]'],
    ['account: [ ] # x', 'account: [Blue Heron] # x'],
    ['account: [""]', 'account: ["Blue Heron"]'],
    ['account: [ ~ ]', 'account: [ Blue Heron ]'],
    ['account: [\n  ""\n]', 'account: [\n  "Blue Heron"\n]'],
    ['account:\n  - ""', 'account:\n  - "Blue Heron"'],
    ['account:\n-', 'account:\n- Blue Heron'],
    ['account:\n  -  # x', 'account:\n  - Blue Heron  # x'],
    ['account: [[]]', 'account: "[[Blue Heron]]"'],
    ['account: "[[]]"', 'account: "[[Blue Heron]]"'],
    ['account: ""\n# a comment\n  # and another\n', 'account: "Blue Heron"\n# a comment\n  # and another\n'],
  ])('%j', (before, wanted) => {
    expect(matterAfter(before)).toBe(wanted);
  });

  it('in a note of CRLF with a byte order mark, and with mixed line ends', () => {
    expect(after('\ufeff---\r\naccount: ""\r\n---\r\nBody\r\n', ASSIGN)).toBe(
      '\ufeff---\r\naccount: "Blue Heron"\r\n---\r\nBody\r\n',
    );
    expect(after('---\r\ndate: 2026-03-06\naccount: ""\r---\nBody', ASSIGN)).toBe(
      '---\r\ndate: 2026-03-06\naccount: "Blue Heron"\r---\nBody',
    );
  });
});

describe('a missing key', () => {
  it.each([
    [
      'goes after the date',
      'a: 1\ndate: 2026-03-06 # day\nb: 2',
      'a: 1\ndate: 2026-03-06 # day\naccount: Blue Heron\nb: 2',
    ],
    ['goes after a date with other capitals', 'Date: 2026-03-06\nb: 2', 'Date: 2026-03-06\naccount: Blue Heron\nb: 2'],
    ['goes last without one', 'a: 1\nb: |\n  text\n', 'a: 1\nb: |\n  text\n\naccount: Blue Heron'],
    [
      'goes last where the date is no plain day',
      'date:\n  - 2026-03-06\nb: 2',
      'date:\n  - 2026-03-06\nb: 2\naccount: Blue Heron',
    ],
    [
      'is not found inside a text',
      'b: |\n  account: x\n  date: y',
      'b: |\n  account: x\n  date: y\naccount: Blue Heron',
    ],
    [
      'is not found below another key',
      'b:\n  account: x\ndate: 2026-03-06',
      'b:\n  account: x\ndate: 2026-03-06\naccount: Blue Heron',
    ],
    ['is not found in a longer one', 'accounts: x\naccount-id: 3', 'accounts: x\naccount-id: 3\naccount: Blue Heron'],
    ['goes into front matter without lines', '', 'account: Blue Heron'],
    ['goes after a comment', '# nothing', '# nothing\naccount: Blue Heron'],
  ])('%s', (_, before, wanted) => {
    const [matter, matterWanted] = [before, wanted].map(
      (inner) => `---\n${inner === '' ? '' : `${inner}\n`}---\nBody\n`,
    );
    expect(after(matter!, ASSIGN)).toBe(matterWanted);
  });

  it('takes the line end of its neighbour', () => {
    expect(after('---\r\ndate: 2026-03-06\r\n---', ASSIGN)).toBe(
      '---\r\ndate: 2026-03-06\r\naccount: Blue Heron\r\n---',
    );
  });
});

describe('an empty tag is filled', () => {
  it.each([
    ['tags: [type/customer, account/]', 'tags: [type/customer, account/blue-heron]'],
    ['tags: [ \'account/\' , "a"] # x', 'tags: [ \'account/blue-heron\' , "a"] # x'],
    ['tags: account/', 'tags: account/blue-heron'],
    ['tags: type/customer account/ # x', 'tags: type/customer account/blue-heron # x'],
    ['tags: "type/customer, #account/"', 'tags: "type/customer, #account/blue-heron"'],
    [
      'tags:\n  - type/customer # ours\n  - account/ # whose\n',
      'tags:\n  - type/customer # ours\n  - account/blue-heron # whose\n',
    ],
    ['tags:\n- "account/"\n- \'b\'', 'tags:\n- "account/blue-heron"\n- \'b\''],
    [
      'tags: [\n  type/customer, # ours\n  # more\n  account/,\n]',
      'tags: [\n  type/customer, # ours\n  # more\n  account/blue-heron,\n]',
    ],
    ['"tags": [Account/]', '"tags": [Account/blue-heron]'],
  ])('%j', (before, wanted) => {
    expect(matterAfter(`account: ""\n${before}`)).toBe(`account: "Blue Heron"\n${wanted}`);
  });

  it.each([
    'tags: [account/old-mill]',
    'tags: &t [a, b]',
    'tags: {a: account/}',
    'tags: [accounts/, my-account/]',
    'tags:',
    'tag: account/',
  ])('but not %j, which stays', (tags) => {
    expect(matterAfter(`account: ""\n${tags}`)).toBe(`account: "Blue Heron"\n${tags}`);
  });

  it('but not where the name makes no tag', () => {
    expect(
      matterAfter('account:\ntags: [account/]', { to: { name: '🦆 🦢', slug: null }, replaces: () => false }),
    ).toBe('account: "🦆 🦢"\ntags: [account/]');
  });
});

describe('the line of the account', () => {
  const body = (text: string, assignment = ASSIGN): string => {
    const result = after(`---\naccount: ""\n---\n${text}`, assignment);
    return result.replace(/^---\naccount: "[^\n]*"\n---\n/, '');
  };

  it.each([
    ['**Account**: [[]]', '**Account**: [[Blue Heron]]'],
    ['> **account:** [[ ]] · more  ', '> **account:** [[Blue Heron]] · more  '],
    ['a\n\n**Account**: [[]]\n**Account**: [[]]', 'a\n\n**Account**: [[Blue Heron]]\n**Account**: [[]]'],
  ])('%j is filled', (before, wanted) => {
    expect(body(before)).toBe(wanted);
  });

  it.each([
    '**Account**:',
    '**Account**: [[Old Mill]]',
    '**Account**: Old Mill',
    '*Account*: [[]]',
    'Account: [[]]',
    '```\n**Account**: [[]]\n```',
    '- **Account**: [[]]',
    '%% **Account**: [[]] %%',
    '#account/ #account/old-mill',
  ])('%j stays', (text) => {
    expect(body(text)).toBe(text);
  });

  it.each([
    ['**Account**: [[Old Mill]]', '**Account**: [[Blue Heron]]'],
    ['**Account**: [[Customers/Old Mill/README|old mill]].', '**Account**: [[Blue Heron]].'],
    ['**Account**: Old Mill ', '**Account**: Blue Heron '],
    ['**Account**: [[Old Mill #account/old-mill]]', '**Account**: [[Blue Heron]]'],
    ['**Account**: [[Old Mill]] #account/old-mill', '**Account**: [[Blue Heron]] #account/blue-heron'],
    [
      '#account/old-mill: yes\n- [?] Call. #account/Old-Mill #task',
      '#account/blue-heron: yes\n- [?] Call. #account/blue-heron #task',
    ],
  ])('%j changes with the account', (before, wanted) => {
    expect(body(before, CHANGE)).toBe(wanted);
  });

  it.each([
    '**Account**: [[New Mill]]',
    '**Account**: Old Mill and others',
    '#account/old-mill/emea #account/new-mill',
    '`code` #account/',
    '    #account/old-mill',
  ])('%j stays with the account', (text) => {
    expect(body(text, CHANGE)).toBe(text);
  });

  it.each(['A | B', 'A [B]', 'A#B', 'A ^B', 'A/B', 'A `B`', 'A <b>', 'A %%B', 'A.md'])(
    'stays empty where %j cannot stand in a link, and is refused where it would go on naming the old account',
    (name) => {
      const to = { name, slug: 'a' };
      expect(body('**Account**: [[]]', { ...ASSIGN, to })).toBe('**Account**: [[]]');
      expect(body('**Account**: [[Old Mill]]', { ...CHANGE, to })).toBe('account-link');
    },
  );
});

describe('another account changes', () => {
  it.each([
    ['account: Old Mill', 'account: Blue Heron'],
    ['account: "old mill" # x', 'account: "Blue Heron" # x'],
    ["account: 'Old-Mill'", "account: 'Blue Heron'"],
    ['account: [Old Mill]', 'account: [Blue Heron]'],
    ['account:\n  - Old Mill', 'account:\n  - Blue Heron'],
    ['account: "[[Old Mill]]"', 'account: "[[Blue Heron]]"'],
    ['account: [[Old Mill]]', 'account: "[[Blue Heron]]"'],
    ['account: "[[Customers/Old Mill/README|Old Mill]]"', 'account: "[[Blue Heron]]"'],
    ['account: "Old \\u004dill"', 'account: "Blue Heron"'],
    [
      'account: Old Mill\ntags: [account/old-mill, account/new-mill, account/]',
      'account: Blue Heron\ntags: [account/blue-heron, account/new-mill, account/blue-heron]',
    ],
    ['date: 2026-03-06\ntags: account/old-mill', 'date: 2026-03-06\naccount: Blue Heron\ntags: account/blue-heron'],
  ])('%j', (before, wanted) => {
    expect(matterAfter(before, CHANGE)).toBe(wanted);
  });

  it('in a note whose text is damaged, which keeps its bytes', () => {
    const note = (name: string, tag: string): string =>
      `---\naccount: "${name}"\ntags: [account/${tag}]\n---\nIt‚Äôs \uf8ffüìÖ here. ‚Äì ‚Äî\n`;
    const assignment = {
      to: { name: 'Crème & Co', slug: 'creme-co' },
      replaces: (spelling: string) => accountKey(spelling) === 'oldsmill',
    };
    expect(after(note('Old‚Äôs Mill', 'olds-mill'), assignment)).toBe(note('Crème & Co', 'creme-co'));
    expect(after(note('Old‚Äôs Mill', 'olds-mill'), { ...assignment, to: { name: 'New‚Äôs', slug: 'news' } })).toBe(
      'front-matter-form',
    );
  });
});

describe('a note that cannot be changed for sure is refused', () => {
  it.each([
    ['account: New Mill', 'other-account'],
    ['account: [New Mill]', 'other-account'],
    ['account: 10:30', 'other-account'],
    ['account: false', 'other-account'],
    ['account: >-\n  Old Mill', 'front-matter-form'],
    ['account: |\n  Old Mill', 'front-matter-form'],
    ['account: Old\n  Mill', 'front-matter-form'],
    ['account: "Old\n  Mill"', 'front-matter-form'],
    ['account:\n  Old Mill', 'front-matter-form'],
    ['account: &a Old Mill', 'front-matter-form'],
    ['b: &a Old Mill\naccount: *a', 'front-matter-form'],
    ['account: !!str Old Mill', 'front-matter-form'],
    ['account: !!str', 'front-matter-form'],
    ['account: {a: b}', 'front-matter-form'],
    ['account:\n  a: b', 'front-matter-form'],
    ['account: [Old Mill, New Mill]', 'front-matter-form'],
    ['account: [[Old Mill], b]', 'front-matter-form'],
    ['account:\n  - Old Mill\n  - b', 'front-matter-form'],
    ['account:\n  - Old\n    Mill', 'front-matter-form'],
    ['account:\n  - - Old Mill', 'front-matter-form'],
    ['account: [Old\n  Mill]', 'front-matter-form'],
    ['account: [\n]', 'front-matter-form'],
    ['account: "{{account}}"', 'template'],
    ['account: {{account}}', 'template'],
    ['account: ""\ntags: [type/customer, account/{{account}}]', 'template'],
    ['account: ""\nnote: about {{date}}: x', 'broken-front-matter'],
    ['account: ""\nACCOUNT: ""', 'front-matter-form'],
    ['? account\n: Old Mill', 'front-matter-form'],
    ['b: "x\naccount: y"', 'front-matter-form'],
    ['b: [x,\naccount: y]', 'front-matter-form'],
    ['account:\ntags: &t [account/]', 'front-matter-form'],
    ['account:\ntags: [*t, account/]\n', 'broken-front-matter'],
    ['b: &t x\naccount:\ntags: [*t, account/]', 'front-matter-form'],
    ['account:\ntags: [account/, [a]]', 'front-matter-form'],
    ['account:\ntags: "account/\n  b"', 'front-matter-form'],
    ['account:\ntags: ["acc\\u006funt/"]', 'front-matter-form'],
    ['account: ""\naccount: ""', 'broken-front-matter'],
    ['account: "', 'broken-front-matter'],
    ['account: a: b', 'broken-front-matter'],
    ['tags: [a', 'broken-front-matter'],
  ])('%j: %s', (matter, reason) => {
    expect(matterAfter(matter, CHANGE)).toBe(reason);
  });

  it.each([
    ['Body', 'no-front-matter'],
    ['', 'no-front-matter'],
    ['---\naccount:\n', 'open-front-matter'],
    ['---\n\nBody\n', 'no-front-matter'],
    ['---js\naccount:\n---', 'no-front-matter'],
    ['\n---\naccount:\n---', 'no-front-matter'],
    ['---\naccount:\n...\nBody', 'open-front-matter'],
    ['---\n{account: ""}\n---', 'front-matter-form'],
    ['---\n  account: ""\n---', 'front-matter-form'],
    ['---\n- account\n---', 'broken-front-matter'],
    ['---\na: 1\n...\n---', 'front-matter-form'],
    ['---\ndate: 2026-03-06\r---\n\nBody', null],
  ])('%j: %s', (text, reason) => {
    expect(after(text, CHANGE)).toBe(reason ?? '---\ndate: 2026-03-06\raccount: Blue Heron\r---\n\nBody');
  });

  it.each([
    '',
    ' ',
    '[[Blue Heron]]',
    '{{account}}',
    'Blue\u0007Heron',
    '\ud800',
    'Blue\u202eHeron',
    'Blue\u200bHeron',
  ])('for the name %j', (name) => {
    expect(matterAfter('account:', { ...ASSIGN, to: { name, slug: 'b' } })).toBe('account-name');
  });

  it.each(['👩\u200d🌾 Farms', 'می\u200cخواهم'])('but not for the name %j, which a joiner is a part of', (name) => {
    expect(matterAfter('account:', { ...ASSIGN, to: { name, slug: null } })).toContain(name);
  });

  it('in a sentence for the user', () => {
    const result = assignAccount('a.md', 'Body', ASSIGN);
    expect(result.ok ? '' : result.error.sentence).toMatch(/^Couldn't assign “Blue Heron”: .+\.$/);
  });
});

describe('a note that says it already', () => {
  it.each([
    'account: Blue Heron',
    'account: "[[Customers/Blue Heron/README]]"\ntags: [account/blue-heron]',
    'account: [Blue Heron]',
  ])('is not written: %j', (matter) => {
    expect(assignAccount('a.md', `---\n${matter}\n---\n`, CHANGE)).toEqual({ ok: true, value: [] });
  });

  it('is not written, though no link could hold its name', () => {
    const assignment = {
      to: { name: 'A/B', slug: 'a-b' },
      replaces: (spelling: string) => accountKey(spelling) === 'ab',
    };
    expect(assignAccount('a.md', '---\naccount: A/B\ntags: [account/a-b]\n---\n**Account**: A/B', assignment)).toEqual({
      ok: true,
      value: [],
    });
  });

  it('is written where its tag or line is still empty', () => {
    expect(after('---\naccount: Blue Heron\ntags: [account/]\n---\n**Account**: [[]]', ASSIGN)).toBe(
      '---\naccount: Blue Heron\ntags: [account/blue-heron]\n---\n**Account**: [[Blue Heron]]',
    );
  });
});
