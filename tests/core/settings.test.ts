import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_SETTINGS, readSettings, renamedSame, statusSymbols, type Settings } from '../../src/core/settings';
import { SETTING_TEXTS, type TextSetting } from '../../src/core/setting-texts';

const parse = (key: TextSetting, text: string) => SETTING_TEXTS[key].parse(text);
const KEYS = Object.keys(SETTING_TEXTS) as TextSetting[];

describe('stored settings', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'type/customer'],
    ['a list', []],
    ['an empty record', {}],
    [
      'values of the wrong kind',
      {
        noteTags: 'type/customer',
        excludedFolders: 7,
        readOtherProposals: 'yes',
        myNames: {},
        statusSymbols: [],
        accountSort: 'size',
        letterKeys: 1,
        pinnedAccounts: 'aster',
        mutedAccounts: {},
        followNote: 'yes',
        noteButtons: 0,
        proposedBoxes: 'no',
      },
    ],
    ['lists without one right item', { noteTags: ['', 'no tag', 4, null] }],
  ])('that are %s are the defaults', (_name, stored) => {
    expect(readSettings(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it('keep what is right beside what is damaged, and nothing that is not known', () => {
    expect(
      readSettings({
        noteTags: ['#type/customer', 'type/customer', 'a b', 'type/partners', ' ', 3],
        excludedFolders: ['/Old/', 'Work/../x', 'A:B', 'Archive 2025'],
        myNames: ['@Ana', 'Ana', '  ', 'Ana de la Cruz (sales)', 'a, b'],
        statusSymbols: {
          '!': 'open',
          '>': 'done',
          x: 'open',
          '-': 'proposed',
          ' ': 'done',
          ab: 'open',
          '[': 'open',
          '?': 'open',
          '👍': 'done',
          '*': 'nonsense',
        },
        ownDomains: ['@Tindal.example', 'no domain'],
        accountKeys: ['customer:', 'Kunde', 'a: b', 3],
        accountFolders: ['/Clients/', '..'],
        accountTags: ['#clients', 'a b'],
        noteFolders: ['Meetings/', ''],
        noteProperties: ['type : customer', ':'],
        dayOrder: 'day-month',
        people: [
          ['Ana de la Cruz', 'Ana', 'ana', 7, 'a=b'],
          ['Ana', 'Ben'],
          ['Ben'],
          'Cy',
          null,
          ['@Cy', 'C. Hale', 'ANA'],
        ],
        savedFilters: [
          { name: ' Mine ', split: 'mine', words: '', account: 3, owner: 'Ana' },
          { name: '', split: 'mine', words: '' },
          'x',
        ],
        notTheSame: ['a\nb', 3, 'a\nb'],
        same: [
          [
            { path: 'a.md', text: 'One.' },
            { path: 'b.md', text: 'Two.', more: 1 },
          ],
          [{ path: 'a.md' }],
          'b',
          null,
        ],
        pinnedAccounts: ['aster', 7, 'aster', '__proto__'],
        mutedAccounts: ['birch', null],
        followNote: true,
        accountSort: 'open-tasks',
        letterKeys: false,
        readOtherProposals: false,
        statusBar: 'yes',
        noteButtons: false,
        proposedBoxes: false,
        sectionWords: { decisions: ['## Verdicts', 7, '—'], actions: 'Moves', other: ['x'] },
        proposeOpenBoxes: true,
        proposePlainItems: 'yes',
        machineTags: ['#ai', 'no tag'],
        machineFolders: ['/AI/', '..'],
        machineProperties: ['granola_id', 'source : Granola', ': x'],
        fromAnOldVersion: { deep: [1] },
      }),
    ).toEqual({
      noteTags: ['type/customer', 'type/partners'],
      excludedFolders: ['Old', 'Archive 2025'],
      myNames: ['Ana', 'Ana de la Cruz (sales)'],
      statusSymbols: { '!': 'open', '>': 'done', '?': 'open', '👍': 'done' },
      ownDomains: ['tindal.example'],
      accountKeys: ['customer', 'Kunde'],
      accountFolders: ['Clients'],
      accountTags: ['clients'],
      noteFolders: ['Meetings'],
      noteProperties: ['type: customer'],
      dayOrder: 'day-month',
      people: [
        ['Ana de la Cruz', 'Ana', 'a=b'],
        ['Cy', 'C. Hale'],
      ],
      savedFilters: [{ name: 'Mine', split: 'mine', words: '', account: null, owner: 'Ana', note: null, age: null }],
      notTheSame: ['a\nb'],
      same: [
        [
          { path: 'a.md', text: 'One.' },
          { path: 'b.md', text: 'Two.' },
        ],
      ],
      pinnedAccounts: ['aster', '__proto__'],
      mutedAccounts: ['birch'],
      followNote: true,
      accountSort: 'open-tasks',
      writeReasons: false,
      letterKeys: false,
      readOtherProposals: false,
      statusBar: true,
      noteButtons: false,
      proposedBoxes: false,
      sectionWords: { actions: [], decisions: ['Verdicts'], facts: [], summary: [] },
      proposeOpenBoxes: true,
      proposePlainItems: false,
      machineTags: ['ai'],
      machineFolders: ['AI'],
      machineProperties: ['granola_id', 'source: Granola'],
      accountTemplate: DEFAULT_SETTINGS.accountTemplate,
    });
  });

  it('keep what was said of lines whose note or folder is renamed, and stay the same value where none is', () => {
    const same: Settings['same'] = [
      [
        { path: 'A/one.md', text: 'One.' },
        { path: 'B/two.md', text: 'Two.' },
      ],
    ];
    expect(renamedSame(same, 'A/one.md', 'C/1.md')[0]![0]).toEqual({ path: 'C/1.md', text: 'One.' });
    expect(renamedSame(same, 'B', 'D')[0]![1]).toEqual({ path: 'D/two.md', text: 'Two.' });
    expect(renamedSame(same, 'A/one', 'A/other')).toBe(same);
  });

  it('keep people whose names have quotes or signs of the setting', () => {
    expect(
      readSettings({
        people: [
          ['"Bob" Smith', 'B. Smith'],
          ['Ruiz, "Ana"', 'Ana Ruiz'],
        ],
      }).people,
    ).toEqual([
      ['Bob Smith', 'B. Smith'],
      ['Ruiz, Ana', 'Ana Ruiz'],
    ]);
  });

  it('may leave out every folder and name, but not every tag', () => {
    expect(readSettings({ noteTags: [], excludedFolders: [], myNames: [], statusSymbols: {} })).toEqual({
      ...DEFAULT_SETTINGS,
      excludedFolders: [],
      myNames: [],
    });
  });

  it('are read from any junk without an error, and are the same when they are read again', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            noteTags: fc.anything(),
            excludedFolders: fc.array(fc.anything()),
            myNames: fc.array(fc.string()),
            statusSymbols: fc.dictionary(fc.string(), fc.anything()),
            savedFilters: fc.array(fc.anything()),
            notTheSame: fc.anything(),
            same: fc.anything(),
            accountSort: fc.anything(),
            letterKeys: fc.anything(),
            readOtherProposals: fc.anything(),
            __proto__: fc.anything(),
          },
          { requiredKeys: [] },
        ),
        (stored) => {
          const read = readSettings(stored);
          expect(readSettings(JSON.parse(JSON.stringify(read)))).toEqual(read);
          expect(read.noteTags).not.toEqual([]);
        },
      ),
    );
  });
});

describe('a setting as text', () => {
  it('is printed as it is parsed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.dictionary(fc.string({ unit: 'binary', maxLength: 2 }), fc.constantFrom('open', 'done', 'proposed')),
        (items, symbols) => {
          const settings: Settings = readSettings({
            people: [items.map((item) => `${item}, =${item}`), items, [...items, 'Ana', 'Ben']],
            noteTags: items,
            excludedFolders: items,
            myNames: items,
            statusSymbols: symbols,
          });
          for (const key of KEYS)
            expect(parse(key, SETTING_TEXTS[key].print(settings))).toEqual({
              ok: true,
              value: { [key]: settings[key] },
            });
        },
      ),
    );
  });

  it.each([
    ['noteTags', ' #type/customer \n\ntype/partners\ntype/customer', ['type/customer', 'type/partners']],
    ['noteTags', 'kunde/größe_1-a\n🚀/x', ['kunde/größe_1-a', '🚀/x']],
    ['excludedFolders', '', []],
    ['excludedFolders', '_archive\r\nWork/Old notes/', ['_archive', 'Work/Old notes']],
    ['myNames', '@Ana\nAna de la Cruz (sales)', ['Ana', 'Ana de la Cruz (sales)']],
    ['people', '', []],
    [
      'people',
      'Ana de la Cruz = Ana, @A. Cruz,ana\n\nBen Hale (sales)=Ben',
      [
        ['Ana de la Cruz', 'Ana', 'A. Cruz'],
        ['Ben Hale (sales)', 'Ben'],
      ],
    ],
    [
      'people',
      'Ana Ruiz = "Ruiz, Ana", "ana@aster.example" , Ana "Annie" Ruiz\n"Hale, Ben" = "b = c"',
      [
        ['Ana Ruiz', 'Ruiz, Ana', 'ana@aster.example', 'Ana "Annie" Ruiz'],
        ['Hale, Ben', 'b = c'],
      ],
    ],
    [
      'statusSymbols',
      '! open\n> = In Progress\n*: done\n: dismissed\n= in-progress',
      { '!': 'open', '>': 'in-progress', '*': 'done', ':': 'dismissed', '=': 'in-progress' },
    ],
  ] as const)('%s: %j', (key, text, value) => {
    expect(parse(key, text)).toEqual({ ok: true, value: { [key]: value } });
  });

  it.each([
    ['noteTags', '', /at least one tag/],
    ['noteTags', 'type customer', /letters, numbers/],
    ['noteTags', '2026/03', /Add a letter/],
    ['noteTags', 'type//x', /both sides/],
    ['noteTags', '#', /isn't a tag/],
    ['excludedFolders', '/', /whole vault/],
    ['excludedFolders', 'C:\\Old', /isn't a folder/],
    ['excludedFolders', '../x', /from the top/],
    ['myNames', 'Ana, Ben', /one name per line/],
    ['myNames', '@', /after “@”/],
    ['people', 'Ana', /isn't complete/],
    ['people', 'Ana, Ben = Cy', /isn't complete/],
    ['people', 'Ana = ', /a part that isn't a name/],
    ['people', 'Ana = b = c', /isn't complete/],
    ['people', 'Ana = ana', /the same name twice/],
    ['people', 'Ana = A. Cruz\nBen = ana', /“ana” is on two lines/],
    ['people', 'Ana = #x', /isn't a name/],
    ['people', 'Ana = "Ruiz, Ana', /needs a closing quote/],
    ['people', 'Ana = , b', /isn't a name/],
    ['statusSymbols', '!', /isn't a status/],
    ['statusSymbols', '! later', /isn't a status/],
    ['statusSymbols', 'ab open', /a character that can/],
    ['statusSymbols', '] open', /a character that can/],
    ['statusSymbols', 'x open', /always means done/],
    ['statusSymbols', '- proposed', /always means dismissed/],
    ['statusSymbols', '! open\n! done', /is on two lines/],
  ] as const)('%s: %j is told what is wrong', (key, text, reason) => {
    const parsed = parse(key, text);
    expect(parsed.ok ? null : parsed.error).toMatch(reason);
  });
});

describe('the symbols with a meaning', () => {
  it('are the usual ones and the user’s', () => {
    expect(
      [...statusSymbols({ ...DEFAULT_SETTINGS, statusSymbols: { '!': 'done', '?': 'open' } })].filter(([symbol]) =>
        '!?x'.includes(symbol),
      ),
    ).toEqual([
      ['?', 'open'],
      ['x', 'done'],
      ['!', 'done'],
    ]);
  });
});

describe('words over sections, written as text', () => {
  it('are read back as they are printed', () => {
    const text = 'actions: Moves, Nächstes\ndecisions: Verdicts';
    const parsed = SETTING_TEXTS.sectionWords.parse(text);
    expect(parsed).toEqual({
      ok: true,
      value: { sectionWords: { actions: ['Moves', 'Nächstes'], decisions: ['Verdicts'], facts: [], summary: [] } },
    });
    expect(SETTING_TEXTS.sectionWords.print({ ...DEFAULT_SETTINGS, ...(parsed.ok ? parsed.value : {}) })).toBe(text);
  });

  it.each([
    ['verdicts: x', "“verdicts: x” isn't complete. Start with “actions:”, “decisions:”, “facts:” or “summary:”."],
    ['decisions: 7', "“7” isn't a heading. Enter words."],
  ])('say what is wrong with %j', (text, error) => {
    expect(SETTING_TEXTS.sectionWords.parse(text)).toEqual({ ok: false, error });
  });

  it('and properties of notes that a machine wrote', () => {
    expect(SETTING_TEXTS.machineProperties.parse('granola_id\nsource: granola')).toEqual({
      ok: true,
      value: { machineProperties: ['granola_id', 'source: granola'] },
    });
    expect(SETTING_TEXTS.machineProperties.parse(': x').ok).toBe(false);
  });
});
