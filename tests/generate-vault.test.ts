import { describe, expect, test } from '@jest/globals';
import { generateVault, type VaultPlan } from '../scripts/bench/generate-vault';
import { readVault } from '../src/core/graph/read-vault';
import { DEFAULT_SETTINGS } from '../src/core/settings';

const PLAN: VaultPlan = { notes: 200, tasksPerNote: 5, accounts: 20, copiesShare: 0.5, seed: 7 };

describe('a generated vault', () => {
  const graph = readVault(generateVault(PLAN), DEFAULT_SETTINGS);
  const notes = [...graph.notes.values()];
  const meetings = notes.filter((note) => note.kind === 'meeting');

  test('is the same for the same plan, and another for another seed', () => {
    expect(generateVault(PLAN)).toEqual(generateVault(PLAN));
    expect(generateVault({ ...PLAN, seed: 8 })).not.toEqual(generateVault(PLAN));
  });

  test('holds what the plan says, and all of it is read', () => {
    expect(notes).toHaveLength(220);
    expect(meetings).toHaveLength(200);
    expect(meetings.flatMap((note) => note.tasks)).toHaveLength(1000);
    expect(graph.resolution.accounts.size).toBe(20);
    expect(notes.filter((note) => note.problem !== null)).toEqual([]);
  });

  test('has tasks in every status, most of them proposed', () => {
    const statuses = meetings.flatMap((note) => note.tasks.map((task) => task.status));
    expect(new Set(statuses)).toEqual(new Set(['proposed', 'open', 'in-progress', 'done', 'dismissed']));
    expect(statuses.filter((status) => status === 'proposed').length / statuses.length).toBeGreaterThan(0.7);
  });

  test('says half of its notes again from the same source', () => {
    const again = meetings.length - new Set(meetings.map((note) => note.source?.key)).size;
    expect(again).toBeGreaterThan(70);
    expect(again).toBeLessThan(130);
  });

  test('gives the first account as many notes as are asked for, beside its page', () => {
    const { byAccount } = readVault(generateVault({ ...PLAN, notesOfFirst: 80 }), DEFAULT_SETTINGS);
    expect([...byAccount.values()].map((held) => held.length).sort((a, b) => b - a)[0]).toBe(81);
  });

  test('has as many accounts as are asked for', () => {
    expect(
      readVault(generateVault({ ...PLAN, notes: 10, accounts: 700 }), DEFAULT_SETTINGS).resolution.accounts.size,
    ).toBe(700);
  });
});
