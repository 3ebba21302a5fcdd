import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeNotes, EMPTY_GRAPH } from '../../../src/core/graph/graph';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { namesSelection } from '../../../src/core/person/known-people';
import { personNames } from '../../../src/core/person/person-names';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { noteText } from '../graph/vault';

const RULES = readingRules(DEFAULT_SETTINGS);
const people = fc.constantFrom('Ana Lopez', 'ana lopez', 'Ben', 'Ana de la Cruz', 'TBD');
const texts = fc
  .record({
    date: fc.constantFrom('2026-03-06', '2026-05-30'),
    met: fc.array(people, { maxLength: 3 }),
    owners: fc.array(people, { maxLength: 3 }),
    source: fc.constantFrom('s1', 's2'),
  })
  .map(({ date, met, owners, source }) =>
    noteText({
      title: 'Call',
      date,
      more: [`participants: ${JSON.stringify(met)}`],
      body: ['## Action Items', ...owners.map((owner) => `- [?] Send it. @${owner}`), '', `*Source: [[${source}]]*`],
    }),
  );
const changes = fc.array(
  fc.dictionary(fc.constantFrom('A.md', 'B.md', 'C.md', 'D.md'), fc.option(texts), { minKeys: 1, maxKeys: 3 }),
  { maxLength: 8 },
);

test('the names of people that are followed are those that are counted anew, whatever changes', () => {
  fc.assert(
    fc.property(changes, fc.array(fc.boolean()), (batches, joins) => {
      let graph = EMPTY_GRAPH;
      const follow = namesSelection();
      const [apart, joined] = [[], [['Ana de la Cruz', 'Ana Lopez']]].map((spellings) =>
        personNames({ myNames: [], people: spellings }),
      );
      for (const [index, batch] of batches.entries()) {
        const names = (joins[index] === true ? joined : apart)!;
        graph = changeNotes(
          graph,
          new Map(
            Object.entries(batch).map(([path, text]) => [path, text === null ? null : readNote(path, text, RULES)]),
          ),
        );
        expect(follow(graph.notes, names)).toEqual(namesSelection()(graph.notes, names));
      }
    }),
    { numRuns: 100 },
  );
});
