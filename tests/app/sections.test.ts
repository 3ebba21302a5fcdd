import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GROUPINGS, inSections, orderOf, rowsAround, sectionFrom, sharesOf } from '../../src/app/triage/sections';
import type { Rows } from '../../src/app/triage/desk';
import { SharedList } from '../../src/core/base/shared-list';
import type { ProposalRow } from '../../src/core/triage/rows';
import { byFirstLine } from '../../src/core/triage/waiting';

const proposal = fc.record({
  path: fc.constantFrom('a.md', 'b.md', 'c.md'),
  day: fc.constantFrom('2026-03-02', '2026-03-04', null),
  note: fc.constantFrom('Call', 'Review'),
  account: fc.constantFrom('Northwind', 'Blue Heron', null),
  source: fc.constantFrom('mail', 'call', null),
  mine: fc.boolean(),
  owners: fc.constantFrom<readonly string[]>([], ['Ana'], ['Ana', 'Ben']),
}) as unknown as fc.Arbitrary<ProposalRow>;
/** Rows as they wait; all lines of a note have its day. */
const rows: fc.Arbitrary<Rows> = fc.array(fc.tuple(proposal, proposal, fc.boolean()), { maxLength: 30 }).map((all) => {
  const days = new Map(all.map(([{ path, day }]) => [path, day]));
  const line = (one: ProposalRow, at: number): ProposalRow => ({
    ...one,
    key: `${one.path}\n${at}`,
    line: at,
    day: days.get(one.path) ?? null,
    people: one.owners,
    copies: [],
  });
  return SharedList.of<ProposalRow>(
    all.map(([one, copy, isTwice], at) => ({ ...line(one, at), copies: isTwice ? [line(copy, at + 100)] : [] })),
    byFirstLine,
  );
});

describe('rows in sections', () => {
  test('are the same rows, each once, and those with something in common stand together', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...GROUPINGS), (all, grouping) => {
        const shown = inSections(all, grouping);
        expect(new Set(shown)).toEqual(new Set(all));
        expect([...shown]).toEqual([...shown].sort(orderOf[grouping]));
        const sections = [...shown].flatMap((_, at) => sectionFrom(shown, at, grouping) ?? []);
        if (grouping === 'none') expect(sections).toEqual([]);
        else {
          expect(sections.flatMap((section) => section.rows)).toEqual([...shown]);
          const named = sections.map(({ path, title }) => (grouping === 'meeting' ? path : title));
          expect(new Set(named).size).toBe(named.length);
        }
      }),
    );
  });

  test('are found around each of them', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...GROUPINGS), (all, grouping) => {
        const shown = inSections(all, grouping);
        for (const [at, row] of [...shown].entries()) {
          const around = rowsAround(shown, at, grouping);
          expect(around).toContain(row);
          const section = sectionFrom(shown, [...shown].indexOf(around[0]!), grouping);
          expect(around).toEqual(section?.rows ?? [row]);
        }
      }),
    );
  });

  test('tell what is mine from what is somebody else’s', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const section = sectionFrom(inSections(all, 'meeting'), 0, 'meeting');
        if (section === null) return;
        const { mine, others } = sharesOf(section);
        expect(mine.every((row) => row.mine || row.copies.some((copy) => copy.mine))).toBe(true);
        expect(others.every((row) => !mine.includes(row) && row.owners.length > 0)).toBe(true);
      }),
    );
  });
});
