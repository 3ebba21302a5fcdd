import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import type { Note } from '../../../src/core/note/note';
import { readingRules, readNote } from '../../../src/core/note/read-note';

interface Schema {
  readonly properties: Readonly<Record<string, { readonly examples: readonly unknown[] }>>;
}

const DOCS = join(__dirname, '../../../docs');
const SCHEMA = JSON.parse(readFileSync(join(DOCS, 'front-matter.schema.json'), 'utf8')) as Schema;
const RULES = readingRules(DEFAULT_SETTINGS);
/** What the reader makes of each property. */
const READ: Readonly<Record<string, (note: Note) => unknown>> = {
  title: (note) => note.title,
  date: (note) => note.day,
  account: (note) => `${note.stated.frontMatter}`,
  participants: (note) => note.participants,
  tags: (note) => (note.kind === 'other' ? null : ['type/customer']),
  source_ref: (note) => `${note.source?.name}.vtt`,
  aliases: (note) => note.aliases,
  person: (note) => (note.kind === 'person-page' ? 'Ana Lopez' : null),
  status: (note) => note.standing.status,
  industry: (note) => note.standing.industry,
};

describe('the schema of the front matter', () => {
  const examples = Object.entries(SCHEMA.properties).flatMap(([key, { examples: all }]) =>
    all.map((example) => [key, example] as const),
  );

  it.each(examples)('%s: %j is read', (key, example) => {
    const matter = { tags: ['type/customer'], [key]: example };
    const lines = Object.entries(matter).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    const note = readNote('a.md', ['---', ...lines, '---', ''].join('\n'), RULES);
    expect(note.problem).toBeNull();
    expect(READ[key]!(note)).toEqual(key === 'account' ? 'Blue Heron' : example);
  });
});

it('the note we like best is read as it is meant', () => {
  const page = readFileSync(join(DOCS, 'for-pipelines.md'), 'utf8');
  const lines = page.split('\n').filter((line) => line.startsWith('    ') || line === '');
  const text = lines
    .map((line) => line.slice(4))
    .join('\n')
    .trim();
  expect(readNote('a.md', text.slice(0, text.indexOf('#proposed') + 9), RULES)).toMatchObject({
    kind: 'meeting',
    title: 'Rack pilot: weekly',
    day: '2026-03-06',
    stated: { frontMatter: 'Blue Heron' },
    participants: ['Ana Lopez (CTO)', 'Ben Fox <ben@example.org>'],
    source: { name: '2026-03-06 - Call' },
    decisions: [{ text: 'Start in aisle 3.' }],
    tasks: [{ status: 'proposed' }],
    missed: [],
  });
});
