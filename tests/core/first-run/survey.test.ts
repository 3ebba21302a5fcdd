import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { finish } from '../../../src/core/base/steps';
import { findsWith, settingsWith, surveyVault, type Finds, type Survey } from '../../../src/core/first-run/survey';
import { readVault } from '../../../src/core/graph/read-vault';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../../../src/core/settings';
import { isDecidable } from '../../../src/core/triage/proposals';
import { growth } from '../../growth';
import { VAULTS } from './invented-vaults';

type Files = Readonly<Record<string, string>>;

const survey = (files: Files, settings: Settings = DEFAULT_SETTINGS): Survey =>
  finish(
    surveyVault(
      Object.entries(files).map(([path, text]) => ({ path, text })),
      settings,
    ),
  );
const advised = (looked: Survey) => looked.offers.filter(({ isAdvised }) => isAdvised);
const names = (looked: Survey): readonly string[] => advised(looked).map(({ id }) => id);

/** What the whole vault holds with these settings, read as the plugin reads it. */
function held(files: Files, settings: Settings): Finds & { readonly names: readonly string[] } {
  const graph = readVault(Object.entries(files), settings);
  const notes = [...graph.notes.values()];
  const decidable = notes.filter((note) => isDecidable(graph, note, settings.readOtherProposals));
  return {
    notes: notes.filter(({ kind }) => kind !== 'other').length,
    accounts: graph.resolution.accounts.size,
    proposals: decidable.reduce((sum, { counts }) => sum + counts.proposed, 0),
    names: [...graph.resolution.accounts.values()].map(({ name }) => name).sort(),
  };
}

const FOLDERS = [
  '',
  'Clients/',
  'Clients/Gull/',
  'Old/Clients/Tern/',
  'Meetings/',
  'AI notes/',
  '02 Kunden/Auk/',
  'Fireflies/',
];
const FILES = ['2026-11-03 Racks.md', 'Gull.md', 'README.md', 'Call.md', '2026-11-04.md'];
const MATTER = [
  'tags: [customer]',
  'tags: [clients/gull, x]',
  'tags: [type/customer]',
  'tags: [ai-notes]',
  'type: Client',
  'type: meeting',
  'customer: Gull',
  'Company: Tern',
  'Granola_ID: 7',
  'granola-id: 8',
  'source: Fireflies',
  'attendees: [Ana Lopez, Robin Sayer]',
  'date: 2026-11-03',
  'tags: {a: [',
];
const LINES = [
  '## Action items',
  '- [ ] Send it',
  '- Send it',
  '- [?] Send it',
  '#customer',
  '**Account**: Gull',
  '## Notes',
  '- [x] Done',
];
const vaults = fc
  .uniqueArray(
    fc.record({
      folder: fc.constantFrom(...FOLDERS),
      file: fc.constantFrom(...FILES),
      matter: fc.uniqueArray(fc.constantFrom(...MATTER), { maxLength: 4, selector: (line) => line.split(':')[0] }),
      lines: fc.array(fc.constantFrom(...LINES), { maxLength: 6 }),
    }),
    { maxLength: 10, selector: ({ folder, file }) => folder + file },
  )
  .map((notes): Files =>
    Object.fromEntries(
      notes.map(({ folder, file, matter, lines }) => [
        folder + file,
        `${matter.length === 0 ? '' : `---\n${matter.join('\n')}\n---\n`}${lines.join('\n')}\n`,
      ]),
    ),
  );

describe('a survey of a vault', () => {
  it('counts for every choice what reading the vault with it finds, and its settings are right ones', () => {
    fc.assert(
      fc.property(vaults, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (files, picks) => {
        const looked = survey(files);
        const { notes, accounts, proposals } = held(files, DEFAULT_SETTINGS);
        expect(looked.found).toEqual({ notes, accounts, proposals });
        for (const chosen of [looked.offers.filter((_, at) => picks[at]), advised(looked)]) {
          const settings = settingsWith(looked.read, chosen);
          expect(readSettings(settings)).toEqual(settings);
          expect(held(files, settings)).toMatchObject(finish(findsWith(looked.read, chosen)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('offers nothing that finds nothing', () => {
    fc.assert(
      fc.property(vaults, (files) => {
        for (const { finds, kind } of survey(files).offers) {
          if (kind === 'boxes' || kind === 'items') expect(finds.proposals).toBeGreaterThan(0);
          else expect(finds.notes + finds.accounts).toBeGreaterThan(0);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['empty', [], [], 0],
    ['no tags', ['property:customer', 'boxes'], ['Otterfield', 'Pellham'], 3],
    ['customer', ['tag:customer', 'boxes'], ['Otterfield', 'Pellham'], 2],
    ['folders', ['account-folder:Clients', 'boxes'], ['Otterfield', 'Pellham'], 2],
    ['machine', ['property:granola_id', 'items'], ['Otterfield', 'Pellham'], 3],
  ] as const)('of the vault “%s” advises what finds its accounts and proposals', (vault, ids, accounts, proposals) => {
    const files: Files = VAULTS[vault];
    const looked = survey(files);
    expect(names(looked)).toEqual(ids);
    expect(held(files, settingsWith(looked.read, advised(looked)))).toMatchObject({ names: accounts, proposals });
  });

  it.each<[string, Files, readonly string[], readonly string[]]>([
    [
      'a tag for each',
      { 'a 2026-11-03.md': '---\ntags: [clients/gull]\n---\n', 'b 2026-11-04.md': '#clients/tern\n' },
      ['account-tag:clients'],
      ['Gull', 'Tern'],
    ],
    [
      'regions below the tag',
      { 'a 2026-11-03.md': '---\ntags: [customer/emea]\naccount: Gull\n---\n' },
      ['tag:customer'],
      ['Gull'],
    ],
    [
      'a type',
      { 'Gull.md': '---\ntype: Customer\n---\n', 'b.md': '---\ntype: book\n---\n' },
      ['property:type: customer'],
      ['Gull'],
    ],
    [
      'a German folder',
      { 'Arbeit/Kunden/Gull/2026-11-03 Regale.md': 'x', 'Arbeit/Kunden/Tern.md': 'x' },
      ['account-folder:Arbeit/Kunden'],
      ['Gull', 'Tern'],
    ],
    [
      'meetings right in the folder',
      { 'Clients/2026-11-03 Racks.md': '**Account**: Gull\n', 'Clients/2026-11-04 Lights.md': '**Account**: Tern\n' },
      ['folder:Clients'],
      ['Gull', 'Tern'],
    ],
    [
      'labels in a folder of meetings',
      { 'Meetings/Racks 2026-11-03.md': '**Account**: Gull\n', 'Meetings/Plan.md': 'x' },
      ['folder:Meetings'],
      ['Gull'],
    ],
    ['a tool at a key', { 'a.md': '---\nsource: Otter\ncustomer: Gull\n---\n' }, ['property:customer'], ['Gull']],
    [
      'notes of AI by a tag',
      { 'a.md': '---\ntags: [ai-notes]\n---\nAccount: Gull\nDate: 2026-11-03\n\n## Action items\n- Send it\n' },
      ['tag:ai-notes', 'items'],
      ['Gull'],
    ],
    [
      'a folder of a tool',
      { 'Fireflies/Racks.md': '**Client:** Gull\n**Date:** 2026-11-03\n## Action items\n- [ ] Send it\n' },
      ['folder:Fireflies', 'boxes'],
      ['Gull'],
    ],
    [
      'people alone',
      { 'a.md': '---\nattendees: [Ana Lopez]\n---\n## Next steps\n- [?] Send it\n' },
      ['property:attendees'],
      [],
    ],
    [
      'folders of a tool, one for each customer',
      {
        'Gull/Otter/a.md': '**Client:** Gull\n**Date:** 2026-11-03\n## Next steps\n- Send it\n',
        'Tern/Otter/b.md': '**Client:** Tern\n**Date:** 2026-11-03\n## Next steps\n- Call\n',
      },
      ['folder:Otter', 'items'],
      ['Gull', 'Tern'],
    ],
    [
      'a folder of calls, and who recorded them',
      {
        'Zoom/a.md': '**Client:** Gull\n**Date:** 2026-11-03\n## Next steps\n- [ ] Send it\n',
        'b.md':
          '---\nrecorded_by: Fireflies.ai\n---\n**Client:** Tern\n**Date:** 2026-11-03\n## Next steps\n- [ ] Call\n',
        'c.md': '---\nzoom: https://zoom.example/7\n---\n## Next steps\n- [ ] Walk\n',
      },
      ['property:recorded_by: fireflies.ai', 'folder:Zoom', 'boxes'],
      ['Gull', 'Tern'],
    ],
    [
      'a topic that is called like a tool',
      { 'a.md': '---\ntags: [ai, gemini]\n---\nModels.\n', 'AI/Zoom.md': 'x' },
      [],
      [],
    ],
    ['daily notes', { 'Journal/2026-11-03.md': '- [ ] walk\n', 'Journal/2026-11-04.md': 'x' }, [], []],
  ])('finds %s', (_, files, ids, accounts) => {
    const looked = survey(files);
    expect(names(looked)).toEqual(ids);
    expect(held(files, settingsWith(looked.read, advised(looked))).names).toEqual(accounts);
  });

  it('leaves boxes as they are where something is proposed already', () => {
    const looked = survey({ ...VAULTS.customer, 'b.md': '---\ntags: [customer]\n---\n- [?] Ask #proposed\n' });
    expect(names(looked)).toEqual(['tag:customer']);
    expect(looked.offers.map(({ id }) => id)).toContain('boxes');
  });

  it('makes room for a tag of the vault where nobody has the one that came with the plugin', () => {
    const looked = survey(VAULTS.customer);
    expect(settingsWith(looked.read, advised(looked)).noteTags).toEqual(['customer']);
    const both = survey({ ...VAULTS.customer, 'x.md': '#type/customer\n' });
    expect(settingsWith(both.read, advised(both)).noteTags).toEqual(['type/customer', 'customer']);
  });

  it('asks of the attendees that are met most whether they are the user', () => {
    expect(survey(VAULTS.customer).people).toEqual([
      { name: 'Robin Sayer', meetings: 2 },
      { name: 'Ana Lopez', meetings: 1 },
      { name: 'Ben Ode', meetings: 1 },
    ]);
    const known = survey(VAULTS.customer, { ...DEFAULT_SETTINGS, myNames: ['Me', 'Robin Sayer'] });
    expect(known.people.map(({ name }) => name)).toEqual(['Ana Lopez', 'Ben Ode']);
  });

  it('counts tags, folders, properties, headings and open boxes', () => {
    const { counts } = survey(VAULTS.customer);
    expect(counts).toMatchObject({ notes: 4, boxes: 2 });
    expect(counts.tags[0]).toEqual({ name: 'customer', notes: 2 });
    expect(counts.folders).toEqual([{ name: 'Notes', notes: 3 }]);
    expect(counts.properties[0]).toEqual({ name: 'tags', notes: 3 });
    expect(counts.headings).toEqual([{ name: 'Action items', notes: 2 }]);
  });

  it.each<[string, (size: number) => Files]>([
    [
      'with the number of notes',
      (size) =>
        Object.fromEntries(
          Array.from({ length: size / 100 }, (_, at) => [
            `Clients/${at}/Otter/${at} 2026-11-03.md`,
            `---\ntags: [customer/${at}, t${at}]\nk${at}: ${at}\nattendees: [P${at}]\n---\n# H${at}\n## To do\n- [ ] a\n`,
          ]),
        ),
    ],
    ['with tags in a note', (size) => ({ 'a.md': `#client/a${' #client/b'.repeat(size / 10)}` })],
    ['with headings and boxes', (size) => ({ 'a.md': '# A b\n- [ ] c\n'.repeat(size / 10) })],
    ['with keys', (size) => ({ 'a.md': `---\n${'granola: zoom\n'.repeat(Math.min(900, size / 10))}---\n` })],
    ['with blanks before signs', (size) => ({ 'a.md': `${' >'.repeat(size / 2)}- [ ] a` })],
  ])('costs no more than it is long, %s', (_, filesOf) => {
    expect(growth((size) => survey(filesOf(size)), 10_000)).toBeLessThan(3);
  });
});
