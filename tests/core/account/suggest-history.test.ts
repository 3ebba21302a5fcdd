import { describe, expect, it } from '@jest/globals';
import { readNote, readingRules } from '../../../src/core/note/read-note';
import { SETTING_TEXTS } from '../../../src/core/setting-texts';
import { DEFAULT_SETTINGS, readSettings } from '../../../src/core/settings';
import { noteText, type NoteParts } from '../graph/vault';
import { pagesOf, reasonsIn, suggestionsIn } from './suggest-vault';

const people = (...names: readonly string[]): NoteParts => ({
  title: 'A call',
  more: [`participants: ${JSON.stringify(names)}`],
});
const filed = (account: string, ...names: readonly string[]): NoteParts => ({
  ...people(...names),
  date: '2026-03-01',
  account,
});
const source = (name: string): readonly string[] => [`source_ref: "${name}.md"`];

describe('people', () => {
  it('who were met in one account alone tell of it, under every spelling', () => {
    const others = { 'a.md': filed('Aster', 'Ana Lopez (lead)', 'Ben Tull <ben@example.org>') };
    expect(reasonsIn(people('ana lopez'), others)).toEqual(['Aster: ana lopez met in this account only']);
    expect(reasonsIn(people('Ana Lopez', 'Ben Tull'), others)).toEqual([
      'Aster: Ana Lopez and Ben Tull met in this account only',
    ]);
    expect(reasonsIn(people('ana.lopez@gmail.com'), others)).toEqual(['Aster: ana lopez met in this account only']);
  });

  it('tell nothing by a first name, or when they were met in two accounts', () => {
    expect(reasonsIn(people('Ana'), { 'a.md': filed('Aster', 'Ana') })).toEqual([]);
    expect(
      reasonsIn(people('Ana Lopez'), { 'a.md': filed('Aster', 'Ana Lopez'), 'b.md': filed('Borage', 'Ana Lopez') }),
    ).toEqual([]);
  });

  it('who are in most meetings tell nothing, such as the user', () => {
    const others = Object.fromEntries(
      [1, 2, 3].map((at) => [`${at}.md`, filed('Aster', 'Ana Lopez', at === 1 ? 'Ben Tull' : 'Cy Marsh')]),
    );
    expect(reasonsIn(people('Ana Lopez', 'Ben Tull'), others)).toEqual(['Aster: Ben Tull met in this account only']);
  });

  it('of a meeting of colleagues, or with an address of the user’s company, are colleagues', () => {
    expect(
      reasonsIn(people('Ana Lopez'), {
        'a.md': filed('Aster', 'Ana Lopez'),
        'b.md': { ...people('Ana Lopez'), title: 'Team call', date: '2026-03-02' },
      }),
    ).toEqual([]);
    expect(
      reasonsIn(people('Ana Lopez <ana@quillmere.io>'), { 'a.md': filed('Aster', 'Ana Lopez <ana@quillmere.io>') }, [
        'quillmere.io',
      ]),
    ).toEqual([]);
  });
});

describe('mail domains', () => {
  const page = {
    'C/Aster/README.md': {
      title: 'Aster Foods Ltd',
      more: ['domains: [aster-group.org]', 'website: https://www.aster.shop/about'],
    },
  };

  it.each<[string, readonly string[]]>([
    ['Ana Lopez <ana@aster-group.org>', ['Aster Foods Ltd: email address at aster-group.org']],
    ['ANA@Mail.Aster-Group.org', ['Aster Foods Ltd: email address at mail.aster-group.org']],
    ['ana@aster.shop', ['Aster Foods Ltd: email address at aster.shop']],
    ['ana@asterfoods.com', ['Aster Foods Ltd: email address at asterfoods.com']],
    ['ana@aster.co.uk', ['Aster Foods Ltd: email address at aster.co.uk']],
    ['ana@gmail.com', []],
    ['ana@aster.quillmere.io', []],
    ['ana@other.org', []],
  ])('%s', (participant, wanted) => {
    expect(reasonsIn(people(participant), page, ['quillmere.io'])).toEqual(wanted);
  });

  it('that were seen in the meetings of one account alone tell of it, but not beside those that its page names', () => {
    expect(reasonsIn(people('Ana Lopez <ana@corvane.com>'), { 'a.md': filed('Aster', 'b@corvane.com') })).toEqual([
      'Aster: email address at corvane.com',
    ]);
    expect(
      reasonsIn(people('Ana Lopez <ana@corvane.com>'), {
        'a.md': filed('Aster', 'b@corvane.com'),
        'b.md': filed('Borage', 'c@corvane.com'),
      }),
    ).toEqual([]);
    expect(
      reasonsIn(people('Ana Lopez <ana@corvane.com>'), { ...page, 'a.md': filed('Aster Foods Ltd', 'b@corvane.com') }),
    ).toEqual([]);
  });

  it('with a person met before make an account certain; with a stranger they do not', () => {
    const others = { ...page, 'a.md': filed('Aster Foods Ltd', 'Ana Lopez') };
    expect(suggestionsIn(people('Ana Lopez <ana@aster.shop>'), others)).toMatchObject([
      { name: 'Aster Foods Ltd', certain: true },
    ]);
    expect(suggestionsIn(people('Ana Lopez <ana@aster.shop>', 'bo@corvane.com'), others)).toMatchObject([
      { name: 'Aster Foods Ltd', certain: false },
    ]);
    expect(suggestionsIn(people('Ana <ana@aster.shop>'), others)).toMatchObject([{ certain: false }]);
  });

  it('are read of participants and of what the front matter says', () => {
    const { mailDomains } = readNote(
      'a.md',
      noteText({
        more: [
          'participants: ["Ana <a@B.org>", "c@b.org", "Ben (no mail)", "x@y"]',
          'email: d@e.com',
          'domain: "@f.net"',
          'website: [g.io/path, not a domain]',
        ],
      }),
      readingRules(DEFAULT_SETTINGS),
    );
    expect(mailDomains).toEqual(['b.org', 'e.com', 'f.net', 'g.io']);
  });

  it('of the user are a setting', () => {
    expect(SETTING_TEXTS.ownDomains.parse('@Quillmere.io\nana@mail.quillmere.co.uk\nquillmere.io')).toEqual({
      ok: true,
      value: { ownDomains: ['quillmere.io', 'mail.quillmere.co.uk'] },
    });
    expect(SETTING_TEXTS.ownDomains.parse('quillmere')).toMatchObject({
      ok: false,
      error: expect.stringContaining("“quillmere” isn't an email domain"),
    });
    expect(readSettings({ ownDomains: ['Quillmere.io', 4, 'a b'] }).ownDomains).toEqual(['quillmere.io']);
  });
});

describe('notes of the same source', () => {
  it('that are of two accounts tell of both', () => {
    const others = {
      'a.md': { title: 'First look', date: '2026-03-01', account: 'Aster', more: source('Call 7') },
      'b.md': { title: 'Second look', date: '2026-03-01', account: 'Borage', more: source('call 7') },
    };
    expect(reasonsIn({ title: 'Third look', more: source('Call 7') }, others)).toEqual([
      'Aster: same source as “First look”',
      'Borage: same source as “Second look”',
    ]);
  });
});

it('a domain that two accounts may be called by is neither’s', () => {
  expect(reasonsIn(people('ana@northwind.com'), pagesOf('Northwind Traders', 'Northwind Logistics'))).toEqual([]);
});
