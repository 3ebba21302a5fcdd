import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainNote } from '../../../src/core/note/explain';
import { readingRules } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';

const RULES = readingRules(DEFAULT_SETTINGS);

/** What is said of each line, in short. */
function explained(...lines: readonly string[]): readonly string[] {
  return explainNote('Call.md', lines.join('\n'), RULES).lines.map(({ line, reading }) => {
    const { kind, ...more } = reading;
    const detail = 'task' in more ? more.task.status : Object.values(more).join();
    return `${line + 1} ${kind}${detail === '' ? '' : ` ${detail}`}`;
  });
}

describe('an explained note', () => {
  it('says what each line was read for, and why another was not', () => {
    expect(
      explained(
        '---',
        'title: Call',
        'tags:',
        '  - type/customer',
        'colour: blue',
        '---',
        '# Call',
        'Account: [[Gull]]',
        'We met at the dock.',
        '## Action items',
        '- [?] Send it @Ana',
        '- Ask them',
        '```',
        '- [ ] Code',
        '```',
        '## Decisions',
        '- Start in June,',
        '  or in July.',
        '## Whatever',
        '- Coffee was good',
      ),
    ).toEqual(
      [
        '2 property title',
        '3 property tags',
        '4 property tags',
        '5 property ',
        '7 heading ',
        '8 label account',
        '9 unread text',
        '10 heading actions',
        '11 task proposed',
        '12 unread no-box',
        '13 unread code',
        '14 unread code',
        '15 unread code',
        '16 heading decisions',
        '17 decision true',
        '18 decision false',
        '19 heading ',
        '20 unread no-section',
      ].map((line) => line.trimEnd()),
    );
  });

  it('tells of every line that says something, and of each task and statement that the note has', () => {
    const line = fc.constantFrom(
      '---', 'tags: [type/customer]', 'date: 2026-03-06', '', '## Action items', '## Decisions', '**Key facts:**',
      '- [?] Send it @Ana', '- [ ] Ask', '- Plain', '  - Deeper', 'Words.', '> - [?] Quoted', '| Action | Owner |',
      '|---|---|', '| Send it | Ana |', '```', '%%', 'Attendees: Ana, Ben', '- Ana', '# A title',
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const { note, lines: told } = explainNote('a.md', lines.join('\n'), RULES);
        const at = new Map(told.map(({ line: index, reading }) => [index, reading]));
        expect(told).toHaveLength(at.size);
        for (const task of note.tasks) expect(at.get(task.line)).toEqual({ kind: 'task', task });
        for (const { line: first } of note.decisions) expect(at.get(first)?.kind).toMatch(/decision|task/);
        for (const { line: first } of note.facts) expect(at.get(first)?.kind).toMatch(/fact|task/);
        for (const [index, text] of lines.entries()) if (/\p{L}/u.test(text)) expect(at.has(index)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
