import { expect, test } from '@jest/globals';
import { bestLine } from '../../../src/core/copies/best-line';
import type { CopyLine } from '../../../src/core/copies/copy-line';
import { lineOf } from './lines';

const older = lineOf({ text: 'Send the report to Ilse and to all others who asked.', day: '2026-11-01' });
const newer = lineOf({ text: 'Send the report.', day: '2026-11-02' });
const fuller = lineOf({
  text: 'Send the report.',
  day: '2026-11-02',
  raw: '- [?] Send the report. @Ana 📅 2026-12-01',
});
const longer = lineOf({ text: 'Send the report to Ilse.', day: '2026-11-02' });
const listed = lineOf({ text: 'Send the report to Ilse and Priya.', day: null, standing: 'list' });
const source = lineOf({ text: 'Send the report to Ilse and Priya.', day: '2026-11-09', standing: 'source' });
const open = lineOf({ text: 'Send it.', day: '2026-10-01', raw: '- [ ] Send it.' });
const done = lineOf({ text: 'Sent.', day: '2026-10-01', raw: '- [x] Sent.' });
const dismissed = lineOf({ text: 'No.', day: '2026-10-01', raw: '- [-] No. #task' });
const copy = lineOf({
  text: 'Send the report to Ilse.',
  day: '2026-11-30',
  raw: '- [-] Send the report to Ilse. #copy ❌ 2026-11-30',
});

test.each<[string, CopyLine, readonly CopyLine[]]>([
  ['the newest', newer, [older, newer]],
  ['of those the one with more fields', fuller, [newer, longer, fuller]],
  ['of those the one with more words', longer, [newer, longer]],
  ['a line of a note before an inbox list', older, [listed, older]],
  ['a list before a source', listed, [source, listed]],
  ['one that was accepted', open, [dismissed, newer, done, open, copy]],
  ['one that is done', done, [newer, dismissed, done]],
  ['one that was dismissed before those that wait', dismissed, [newer, dismissed]],
  ['anything before a line marked as a copy', older, [copy, older]],
])('the best line is %s', (_, best, lines) => {
  expect(bestLine(lines)).toBe(best);
  expect(bestLine([...lines].reverse())).toBe(best);
});
