import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stays } from '../../../src/core/change/edit';
import { selectGroups } from '../../../src/core/graph/groups';
import { DEFAULT_SETTINGS, statusSymbols } from '../../../src/core/settings';
import { decideRows } from '../../../src/core/triage/decide';
import { foreseeKinds } from '../../../src/core/triage/foreseen';
import { selectRows } from '../../../src/core/triage/select-rows';
import { noteText, vaultOf } from '../graph/vault';

const TODAY = '2026-11-22';
const VIEWPOINT = { today: TODAY, settings: DEFAULT_SETTINGS } as const;

const line = fc.constantFrom(
  '- [?] Send the pilot report to Ilse. @Ana #proposed',
  '- [?] Send Ilse the pilot report. #proposed',
  '- [ ] Send the report of the pilot to Ilse. @Ana',
  '- [?] Book the freight lift. #proposed',
  '- [-] Book the freight lift. ❌ 2026-11-02',
  '- [?] Order the badge readers. #proposed',
  '- [x] Order the badge readers. ✅ 2026-11-15',
);
const note = fc
  .tuple(fc.constantFrom('2026-11-10', '2026-11-12'), fc.array(line, { maxLength: 4 }))
  .map(([date, tasks]) =>
    noteText({ title: 'Call', date, account: 'Northwind', body: ['## Action Items', '', ...tasks] }),
  );

test('what a bulk question says of each kind is what is written', () => {
  fc.assert(
    fc.property(
      fc.record({ 'A.md': note, 'B.md': note, 'C.md': note }),
      fc.constantFrom('accept' as const, 'dismiss' as const, 'as-before' as const),
      (notes, name) => {
        const graph = vaultOf(notes);
        const rows = selectRows(graph, selectGroups(graph, DEFAULT_SETTINGS), VIEWPOINT).filter(
          ({ done, decided }) => name !== 'as-before' || done !== null || decided !== null,
        );
        const plan = decideRows(graph, rows, { name }, { today: TODAY, symbols: statusSymbols(DEFAULT_SETTINGS) });
        const edits = plan.notes.flatMap(({ edits: own }) => own);
        const written = edits.filter((edit) => !stays(edit)).map(({ replacement }) => replacement[0]!);
        const count = (sign: RegExp): number => written.filter((text) => sign.test(text)).length;
        const copies = written.filter((text) => text.includes('#copy')).length;
        const { accepted, ...others } = foreseeKinds(rows, name);
        expect(others).toEqual({ done: count(/^- \[x\]/), dismissed: count(/^- \[-\]/) - copies, copies });
        expect(accepted).toBeGreaterThanOrEqual(count(/^- \[ \]/));
        expect(accepted + others.done + others.dismissed).toBe(rows.length);
      },
    ),
    { numRuns: 200 },
  );
});
