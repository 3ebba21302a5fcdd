import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readVault } from '../../../src/core/graph/read-vault';
import { selectUnassigned } from '../../../src/core/graph/unassigned';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { selectStatements, selectTasks } from '../../../src/core/graph/every-line';

const text = readFileSync(join(__dirname, '../../fixtures/damaged-meeting.md'), 'utf8');
const graph = readVault([['Meetings/2026-02-13 - Storage scope.md', text]], DEFAULT_SETTINGS);
const viewpoint = { today: '2026-03-01' as const, settings: DEFAULT_SETTINGS };

describe('a meeting whose text was damaged and whose account is empty', () => {
  it('holds six proposed tasks, their owners, days and priorities understood', () => {
    const same = 'Join the introduction call and answer questions on sample rates for the line telemetry project.';
    expect(
      selectTasks(graph, viewpoint).map(({ line, status, text: words, owners, due, priority, tags }) => [
        line + 1,
        status,
        words,
        owners.join(),
        due,
        priority,
        tags.join(),
      ]),
    ).toEqual([
      [
        30,
        'proposed',
        'Book the room and a 20-minute introduction call with Oluwaseun of Kestrel Canneries on 2026-02-13 after 3pm.',
        'Tove',
        '2026-02-13',
        'high',
        'task,proposed,auto',
      ],
      [
        32,
        'proposed',
        'Collect Kestrel Canneries’ answers to the list of open points before the introduction call.',
        'Tove',
        '2026-02-13',
        'high',
        'task,proposed,auto',
      ],
      [
        34,
        'proposed',
        'Open the introduction call with Oluwaseun, say what the present release can hold, and show where the roadmap for Kestrel Canneries’ line telemetry goes.',
        'Myself',
        '2026-02-13',
        'high',
        'task,proposed,auto',
      ],
      [36, 'proposed', same, 'Milan', '2026-02-13', null, 'task,proposed,auto'],
      [38, 'proposed', same, 'Ines', '2026-02-13', null, 'task,proposed,auto'],
      [
        40,
        'proposed',
        'Arrange working sessions in Turku on a compact sample format, which the line telemetry of Kestrel Canneries needs first.',
        'Myself',
        null,
        'high',
        'task,proposed,auto',
      ],
    ]);
  });

  it('holds two decisions and four facts', () => {
    expect(selectStatements(graph, 'decisions').map(({ line }) => line + 1)).toEqual([48, 50]);
    expect(selectStatements(graph, 'facts').map(({ line }) => line + 1)).toEqual([58, 60, 62, 64]);
    expect(selectStatements(graph, 'decisions')[1]!.text).toBe(
      'No written answers on the open points until the introduction call with Kestrel Canneries’ Oluwaseun has set the scene, the present release, and what comes next.',
    );
  });

  it('has no account, and the name it repeats is the first suggestion', () => {
    expect(graph.resolution.accounts.size).toBe(0);
    const [row] = selectUnassigned(graph, DEFAULT_SETTINGS);
    expect(row!.suggestions[0]).toMatchObject({ key: null, name: 'Kestrel Canneries' });
    expect(row!.suggestions[0]!.reasons).toContain('named in the title');
  });

  it('knows its damage, its day and its source', () => {
    expect([...graph.notes.values()][0]).toMatchObject({
      kind: 'meeting',
      damage: 'mac-roman',
      day: '2026-02-13',
      problem: null,
      participants: ['Robin Sayer', 'Tove', 'Milan', 'Ines', 'Oluwaseun'],
      source: {
        name: '2026-02-13 - Team sync to prepare Kestrel Canneries’ line telemetry project, settle open points, b',
      },
    });
  });
});
