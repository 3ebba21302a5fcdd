import { expect, test } from '@jest/globals';
import { namesInNotes } from '../../../src/core/person/full-names';
import { personNames } from '../../../src/core/person/person-names';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { noteText } from '../graph/vault';

function keyIn(participants: readonly string[], name: string, myNames = DEFAULT_SETTINGS.myNames): string {
  const text = noteText({
    date: '2026-11-03',
    more: [`participants: ${JSON.stringify(participants)}`],
    body: ['- [?] Send it. @Mei Tan'],
  });
  return namesInNotes(personNames({ myNames, people: [] }))(readNote('a.md', text, readingRules(DEFAULT_SETTINGS)))(
    name,
  );
}

test.each<[string, readonly string[], string, string]>([
  ['of somebody who took part', ['Ana de la Cruz', 'Ilse Brandt'], 'Ana', 'ana de la cruz'],
  ['of somebody who owns a task', [], 'Mei', 'mei tan'],
  ['but not where two have it', ['Ana de la Cruz', 'Ana Ruiz'], 'Ana', 'ana'],
  ['but not where nobody has it', ['Ilse Brandt'], 'Ana', 'ana'],
  ['but not the beginning of a first name', ['Anabel Ruiz'], 'Ana', 'ana'],
  ['and a full name stays', ['Ana de la Cruz'], 'Ana Ruiz', 'ana ruiz'],
])('a first name means a full name %s', (_, participants, name, key) => {
  expect(keyIn(participants, name)).toBe(key);
});

test('a first name of mine means me, by the full name that I set', () => {
  expect(keyIn(['Robin Sayer'], 'Robin', ['Myself', 'Robin Sayer'])).toBe('myself');
});
