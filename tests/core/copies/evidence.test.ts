import { expect, test } from '@jest/globals';
import { alreadyDecided, alreadyDone } from '../../../src/core/copies/evidence';
import { lineOf } from './lines';

const waiting = lineOf({ text: 'Send the report.' });
const doneLater = lineOf({
  text: 'Send the report.',
  path: 'source.md',
  standing: 'source',
  raw: '- [x] Send the report. ✅ 2026-11-16',
});
const doneFirst = lineOf({ text: 'Send the report.', path: 'b.md', raw: '- [x] Send the report. ✅ 2026-11-05' });
const doneSometime = lineOf({ text: 'Send the report.', path: 'c.md', raw: '- [x] Send the report.' });
const accepted = lineOf({
  text: 'Send the report.',
  path: 'd.md',
  day: '2026-10-20',
  raw: '- [/] Send the report. #task',
});
const dismissed = lineOf({ text: 'Send the report.', path: 'e.md', raw: '- [-] Send the report. ❌ 2026-11-06' });
const copied = lineOf({ text: 'Send the report.', path: 'f.md', raw: '- [-] Send the report. #copy ❌ 2026-11-07' });
const asked = lineOf({
  text: 'Send the report.',
  path: 'source.md',
  standing: 'source',
  raw: '- [ ] Send the report.',
});
const group = [waiting, doneFirst, doneLater, doneSometime, accepted, dismissed, copied, asked];

test('a proposed line is done where the source or a copy holds it as done; the newest counts', () => {
  expect(alreadyDone(waiting, group)).toEqual({ line: doneLater, day: '2026-11-16' });
  expect(alreadyDone(waiting, [waiting, doneSometime])).toEqual({ line: doneSometime, day: '2026-11-03' });
  expect(alreadyDone(waiting, [waiting, accepted])).toBeNull();
});

test('a proposed line was decided where a copy was accepted, else dismissed', () => {
  expect(alreadyDecided(waiting, group)).toEqual({
    line: accepted,
    status: 'in-progress',
    day: '2026-10-20',
    reason: null,
  });
  expect(alreadyDecided(waiting, [waiting, dismissed, copied])).toEqual({
    line: dismissed,
    status: 'dismissed',
    day: '2026-11-06',
    reason: null,
  });
});

test('a line marked as a copy, and an open line of a source, are nobody’s decision', () => {
  expect(alreadyDecided(waiting, [waiting, copied, asked, doneFirst])).toBeNull();
});

test('what is decided already needs no evidence', () => {
  expect(alreadyDone(accepted, group)).toBeNull();
  expect(alreadyDecided(dismissed, group)).toBeNull();
});
