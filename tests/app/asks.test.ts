import { expect, test } from '@jest/globals';
import { askOwner } from '../../src/app/asks';
import type { Search } from '../../src/app/prompts';

/** Names that hold what is searched, wherever. */
const anywhere: Search = (names, text) => names.filter((name) => name.toLowerCase().includes(text.toLowerCase()));
const PEOPLE = ['Mei Tanaka', 'Ilse Adler', 'Ana Lopez'];

test.each<[string, readonly string[]]>([
  ['', ['Mei Tanaka', 'Ilse Adler', 'Ana Lopez', 'No owner']],
  ['ana', ['Ana Lopez', 'ana', 'Mei Tanaka']],
  ['Tan', ['Mei Tanaka', 'Tan']],
  ['ei', ['ei', 'Mei Tanaka']],
  ['Ilse Adler', ['Ilse Adler']],
  ['Ana, Ben', ['Ana, Ben']],
])(
  'an owner typed as “%s” is a name that begins so, then the name as typed, then one that holds it',
  (typed, labels) => {
    expect(
      askOwner(PEOPLE)
        .answers(typed, anywhere)
        .options.map(({ label }) => label),
    ).toEqual(labels);
  },
);
