import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GROUPINGS, inSections, sectionsOf, sharesOf } from '../../src/app/triage/sections';
import type { ProposalRow } from '../../src/core/triage/rows';

const row = fc.record({
  key: fc.uuid(),
  path: fc.constantFrom('a.md', 'b.md', 'c.md'),
  note: fc.constantFrom('Call', 'Review'),
  account: fc.constantFrom('Northwind', 'Blue Heron', null),
  source: fc.constantFrom('mail', null),
  mine: fc.boolean(),
  owners: fc.constantFrom<readonly string[]>([], ['Ana'], ['Ana', 'Ben']),
}) as unknown as fc.Arbitrary<ProposalRow>;
const rows = fc
  .uniqueArray(row, { selector: ({ key }) => key, maxLength: 30 })
  .map((all) => all.map((one): ProposalRow => ({ ...one, people: one.owners, copies: [] })));

describe('rows in sections', () => {
  test('are the same rows, each once, and each section begins where its first row came', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...GROUPINGS), (all, grouping) => {
        const shown = inSections(all, grouping);
        expect(new Set(shown)).toEqual(new Set(all));
        expect(shown).toHaveLength(all.length);
        const sections = sectionsOf(shown, grouping);
        if (grouping === 'none') expect([shown, sections]).toEqual([all, []]);
        else {
          expect(sections.flatMap((section) => section.rows)).toEqual(shown);
          expect(new Set(sections.map(({ key }) => key)).size).toBe(sections.length);
          const firsts = sections.map((section) => all.indexOf(section.rows[0]!));
          expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
        }
        expect(inSections(shown, grouping)).toEqual(shown);
      }),
    );
  });

  test('tell what is mine from what is somebody else’s', () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const section of sectionsOf(inSections(all, 'meeting'), 'meeting')) {
          const { mine, others } = sharesOf(section);
          expect(mine.every((one) => one.mine)).toBe(true);
          expect(others.every((one) => !one.mine && one.owners.length > 0)).toBe(true);
        }
      }),
    );
  });
});
