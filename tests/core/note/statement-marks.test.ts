import { describe, expect, test } from '@jest/globals';
import { readMarks } from '../../../src/core/note/statement-marks';

describe('what is said of a decision at the end of its line', () => {
  test.each([
    ['Run the pilot in aisle 4.', 'Run the pilot in aisle 4.', null, null],
    ['Run the pilot. [confirmed:: 2026-03-06]', 'Run the pilot.', '2026-03-06', null],
    ['Run the pilot. (confirmed:: 2026-03-06) ^a1b2', 'Run the pilot.', '2026-03-06', null],
    ['Run the pilot. [superseded:: [[Pilot results]]]', 'Run the pilot.', null, 'Pilot results'],
    ['Run the pilot. [superseded:: [[Customers/A/Pilot#Decisions|that]]]', 'Run the pilot.', null, 'Customers/A/Pilot'],
    ['Run the pilot. [superseded:: Pilot results]', 'Run the pilot.', null, 'Pilot results'],
    ['Run it. [confirmed:: 2026-03-06] [superseded:: [[B]]] ^id', 'Run it.', '2026-03-06', 'B'],
    ['Run it. [superseded:: [[B]]] [Confirmed:: 2026-03-06]', 'Run it.', '2026-03-06', 'B'],
  ])('%s', (line, text, confirmed, superseded) => {
    expect(readMarks(line)).toEqual({ text, confirmed, superseded });
  });

  test.each([
    'Keep [confirmed:: 2026-03-06] as the key.',
    'Keep the field [confirmed:: soon]',
    'Keep the field [confirmed:: 2026-02-30]',
    'Keep [superseded:: ] empty',
    'Use [due:: 2026-03-06]',
  ])('what cannot be read stays among the words: %s', (line) => {
    expect(readMarks(line)).toEqual({ text: line, confirmed: null, superseded: null });
  });
});
