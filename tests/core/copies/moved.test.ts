import { expect, test } from '@jest/globals';
import { whatItWas } from '../../../src/core/copies/moved';
import { lineOf } from './lines';

const line = (day: string | null, owner: string, due: string | null): ReturnType<typeof lineOf> =>
  lineOf({
    text: 'Send the report.',
    path: `${day}.md`,
    day,
    owners: owner === '' ? [] : [owner.toLowerCase()],
    raw: `- [?] Send the report.${owner === '' ? '' : ` @${owner}`}${due === null ? '' : ` 📅 ${due}`} #proposed`,
  });

const first = line('2026-03-02', 'Dario', '2026-03-10');
const second = line('2026-03-09', 'Dario', '2026-03-17');
const third = line('2026-03-16', 'Yusra', '2026-03-17');
const bare = line('2026-03-16', '', null);

test.each([
  ['another day', second, [first, second], { due: '2026-03-10', owners: [] }],
  ['another owner', third, [second, third], { due: null, owners: ['Dario'] }],
  ['the newest of the older lines', third, [first, second, third], { due: null, owners: ['Dario'] }],
  ['nothing where it did not move', line('2026-03-09', 'Dario', '2026-03-10'), [first], null],
  ['nothing where the newer line leaves day and owner out', bare, [first, bare], null],
  ['nothing where both are of one day', line('2026-03-02', 'Mei', '2026-03-20'), [first], null],
  ['nothing where the day of a note is not known', line(null, 'Mei', '2026-03-20'), [first], null],
])('a task was %s', (_, now, lines, was) => {
  expect(whatItWas(now, lines)).toEqual(was);
});
