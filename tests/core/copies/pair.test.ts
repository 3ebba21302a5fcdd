import { describe, expect, test } from '@jest/globals';
import { NOTHING_SAID, pairOfTexts } from '../../../src/core/copies/pair';
import { normalText } from '../../../src/core/copies/profile';
import { likeness, type LineParts } from './lines';

const REPORT = 'Send the pilot report to Ilse and Priya.';

function pairOf(a: string | LineParts, b: string | LineParts): number | null {
  return likeness(typeof a === 'string' ? { text: a } : a, typeof b === 'string' ? { text: b } : b);
}

describe('two lines are copies', () => {
  test.each<[string, string | LineParts, string | LineParts]>([
    ['equal to the letter', REPORT, REPORT],
    ['but for case, quotes and hyphens', 'Review Northwind’s follow‑up plan', "REVIEW Northwind's follow-up plan."],
    ['in other words', 'Send the rack layout to Ilse.', 'Forward Ilse the layout of the racks.'],
    ['with numbers as words', 'Order twelve probes for hall 3.', 'Order 12 probes for hall 3.'],
    [
      'with one owner open',
      { text: REPORT, owners: [] },
      { text: 'Forward the pilot report to Ilse and Priya.', owners: ['mei'] },
    ],
    [
      'with an owner written shorter',
      { text: REPORT, owners: ['ana'] },
      { text: 'Share the report of the pilot with Ilse and Priya.', owners: ['ana de la cruz'] },
    ],
    [
      'of two named owners where the words are equal',
      { text: REPORT, owners: ['ana'] },
      { text: REPORT, owners: ['mei'] },
    ],
    [
      'in an inbox list, which has no day and no account',
      { text: REPORT, day: null, account: null, source: null, standing: 'list' },
      REPORT,
    ],
    [
      'of a note that looks to be of the other one’s account',
      { text: REPORT, account: null, looksLike: 'northwind', source: null },
      REPORT,
    ],
    ['long apart, of one source', { text: REPORT, day: '2026-01-01' }, REPORT],
    [
      'naming a ticket with and without its project',
      'Close SUP-4117 after the test.',
      'Close ticket 4117 after the test.',
    ],
    ['one day written two ways', 'Reserve the hall for 2026-12-05.', 'Reserve the hall for December 5th.'],
    ['made of words that say nothing', 'Do it.', 'do it'],
  ])('%s', (_, a, b) => {
    expect(pairOf(a, b)).not.toBeNull();
    expect(pairOf(b, a)).toBe(pairOf(a, b));
  });
});

describe('two lines are never copies', () => {
  test.each<[string, string | LineParts, string | LineParts]>([
    ['of two owners in one note', { text: REPORT, owners: ['brad'] }, { text: REPORT, owners: ['paul'], path: 'a.md' }],
    ['of different kinds', { text: REPORT, kind: 'decision' }, { text: REPORT, kind: 'fact' }],
    ['of two known accounts', REPORT, { text: REPORT, account: 'blueheron' }],
    ['of notes that look to be of two accounts', { text: REPORT, account: null, looksLike: 'blueheron' }, REPORT],
    [
      'where nothing tells of the account, and the source is another',
      { text: REPORT, account: null, source: null },
      REPORT,
    ],
    ['more than 30 days apart', REPORT, { text: REPORT, day: '2026-12-04', source: 'another call' }],
    ['of two tickets', 'Replace the probe under CASE-4117.', 'Replace the probe under CASE-4128.'],
    ['of two tickets and of one', 'Merge CASE-6001 and CASE-6002 for the yard.', 'Merge CASE-6001 for the yard.'],
    ['of two projects', 'Close SUP-4117 after the test.', 'Close NET-4117 after the test.'],
    ['of different amounts', 'Offer 20 sensors to the yard.', 'Offer 45 sensors to the yard.'],
    ['of amounts in words', 'Offer two sensors to the yard.', 'Offer 3 sensors to the yard.'],
    ['of different days', 'Reserve the hall for 5 December.', 'Reserve the hall for 12 December.'],
    ['of different weekdays', 'Call Ilse on Monday about racks.', 'Call Ilse on Friday about racks.'],
    ['of different months', 'Send the usage report of October.', 'Send the usage report of November.'],
    ['of different quarters', 'Plan the review for Q1.', 'Plan the review for the second quarter.'],
    ['of different times', 'Call Ilse at 3pm about racks.', 'Call Ilse at 16:00 about racks.'],
    ['of two steps', 'Finish step one of the checklist.', 'Finish step two of the checklist.'],
    ['of two sites', 'Survey the coverage at site A.', 'Survey the coverage at site B.'],
    ['of two versions', 'Roll out firmware 4.2 to the test group.', 'Roll out firmware 4.3 to the test group.'],
  ])('%s', (_, a, b) => expect(pairOf(a, b)).toBeNull());

  test('where somebody said that they are not the same', () => {
    const [a, b] = ['Send the report.', 'Share the report!'];
    const said = { ...NOTHING_SAID, notTheSame: new Set([pairOfTexts(normalText(b), normalText(a))]) };
    expect(likeness({ text: a }, { text: b })).not.toBeNull();
    expect(likeness({ text: a }, { text: b }, said)).toBeNull();
    expect(likeness({ text: a.toUpperCase() }, { text: b }, said)).toBeNull();
  });
});

describe('two lines are no copies, but related', () => {
  test.each<[string, string | LineParts, string | LineParts]>([
    ['host and guest', 'Host the introduction call with Oluwaseun.', 'Join the introduction call with Oluwaseun.'],
    ['one step and the next', 'Draft the migration plan.', 'Present the migration plan.'],
    ['another recipient', 'Send the pilot report to Henrik.', 'Send the pilot report to Priya.'],
    ['the opposite', 'Enable the night alarms.', 'Disable the night alarms.'],
    [
      'a decision and its opposite',
      { text: 'The historian is moved to the cloud.', kind: 'decision' },
      { text: 'The historian is not moved to the cloud.', kind: 'decision' },
    ],
    [
      'two lines of one note',
      'Share the draft agenda with Henrik.',
      { text: 'Share the agenda with Henrik and Priya.', path: 'a.md' },
    ],
    [
      'other words of two named owners',
      { text: 'Review the migration plan.', owners: ['ana'] },
      { text: 'Go through the plan of the migration and comment.', owners: ['mei'] },
    ],
    ['nothing but a verb', 'Send the access list to Mei.', 'Send the weights to the haulier.'],
    ['nothing at all', '🙂', '🙃'],
  ])('%s', (_, a, b) => expect(pairOf(a, b)).toBeNull());
});
