import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/core/change/apply';
import { repairNote } from '../../../src/core/change/repair';

const DAMAGED = [
  '\ufeff---',
  'title: "Caf‚Äôs"',
  'ref: plain',
  '---',
  '',
  '- [?] Send it. @Mirko \uf8ffüìÖ 2025-11-14 ‚è´ #task #proposed',
  '- [?] Send it. @Mirko \uf8ffüìÖ 2025-11-14 ‚è´ #task #proposed',
  '```',
  'code ‚Äì here',
  '```',
  '%% it‚Äôs %%',
  'Größe stays.',
  '',
].join('\r\n');

describe('repairing a damaged note', () => {
  test('changes exactly the damaged runs, in front matter, code and comments, too', () => {
    const written = applyEdits(DAMAGED, repairNote('Note.md', DAMAGED));
    expect(written.outcomes.every(({ ok }) => ok)).toBe(true);
    expect(written.text).toBe(
      DAMAGED.replaceAll('‚Äô', '’').replaceAll('\uf8ffüìÖ', '📅').replaceAll('‚è´', '⏫').replaceAll('‚Äì', '–'),
    );
    expect(written.changes.map(({ from, to, insert }) => [DAMAGED.slice(from, to), insert])).toEqual([
      ['‚Äô', '’'],
      ['\uf8ffüìÖ', '📅'],
      ['‚è´', '⏫'],
      ['\uf8ffüìÖ', '📅'],
      ['‚è´', '⏫'],
      ['‚Äì', '–'],
      ['‚Äô', '’'],
    ]);
  });

  test('is taken back byte by byte', () => {
    const written = applyEdits(DAMAGED, repairNote('Note.md', DAMAGED));
    const undo = written.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
    expect(applyEdits(written.text, undo).text).toBe(DAMAGED);
  });

  test('leaves a note alone that only looks odd', () => {
    expect(repairNote('Note.md', 'Größe 2√π, – “and” 📅 2026-01-01')).toEqual([]);
  });

  test('has nothing left to do once it was done', () => {
    const { text } = applyEdits(DAMAGED, repairNote('Note.md', DAMAGED));
    expect(repairNote('Note.md', text)).toEqual([]);
  });
});
