import { expect, test } from '@jest/globals';
import { createFirstRun } from '../../src/app/first-run/first-run';
import { lookAtVault } from '../../src/app/first-run/look';
import type { Context } from '../../src/app/context';
import type { Look, Shown } from '../../src/app/first-run/look';
import { createStore } from '../../src/core/base/store';
import { EMPTY_GRAPH } from '../../src/core/graph/graph';
import { readVault } from '../../src/core/graph/read-vault';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings';
import { inSlices } from '../../src/host/pace';
import { VAULTS } from '../core/first-run/invented-vaults';

type Files = Readonly<Record<string, string>>;

const rethrow = {
  onError: (error: unknown) => {
    throw error;
  },
};

/** What a look needs, over files in memory; `read` are the paths that were asked for. */
function world(files: Files, sizeOf: (path: string) => number = () => 10) {
  const read: string[] = [];
  const store = createStore<Settings>(DEFAULT_SETTINGS, rethrow);
  const settings = { ...store, change: (values: Partial<Settings>) => store.set({ ...store.get(), ...values }) };
  const vault = {
    notes: () => Object.keys(files).map((path, at) => ({ path, size: sizeOf(path), changed: at })),
    textOf: (path: string) => {
      read.push(path);
      return Promise.resolve(files[path] ?? null);
    },
  } as unknown as Context['vault'];
  const prompts = { say: () => undefined } as unknown as Context['prompts'];
  return {
    read,
    settings,
    vault,
    prompts,
    inSlices,
    onError: (_what: string, error: unknown) => rethrow.onError(error),
  };
}

function shownWhen({ shown }: Look, isRight: (shown: Shown) => boolean): Promise<Shown> {
  return new Promise((resolve) => {
    if (isRight(shown.get())) resolve(shown.get());
    const stop = shown.subscribe((now) => {
      if (!isRight(now)) return;
      stop();
      resolve(now);
    });
  });
}
const isCounted = ({ finds }: Shown): boolean => finds !== null;

test('what is checked last is what is counted, and is what the settings get', async () => {
  const parts = world(VAULTS.customer);
  const look = lookAtVault(parts);
  await shownWhen(look, isCounted);
  look.check('boxes', false);
  look.check('tag:customer', false);
  look.check('tag:customer', true);
  look.check('Robin Sayer', true);
  expect((await shownWhen(look, isCounted)).finds).toEqual({ notes: 3, accounts: 2, proposals: 0 });
  look.apply();
  expect(parts.settings.get()).toEqual({
    ...DEFAULT_SETTINGS,
    noteTags: ['customer'],
    myNames: ['Myself', 'Me', 'Robin Sayer'],
  });
  look.stop();
});

test('of a large vault the newest 2,000 notes are looked at, and none that is too long or left out', async () => {
  const files = Object.fromEntries([
    ...Array.from({ length: 2500 }, (_, at) => [`Notes/${at}.md`, 'x'] as const),
    ['Notes/long.md', 'x'],
    ['Templates/a.md', 'x'],
    ['Clients/Gull/new.md', '- [ ] x'],
  ]);
  const parts = world(files, (path) => (path === 'Notes/long.md' ? 1_000_000 : 1));
  const look = lookAtVault(parts);
  const { survey, total, all } = await shownWhen(look, isCounted);
  expect([total, all, survey!.counts.notes]).toEqual([2000, 2502, 2000]);
  expect(parts.read).toContain('Clients/Gull/new.md');
  expect(parts.read).not.toContain('Notes/long.md');
  expect(parts.read).not.toContain('Templates/a.md');
  expect(parts.read).not.toContain('Notes/0.md');
  look.stop();
});

test('a look that is stopped says no more', async () => {
  const parts = world(VAULTS.customer);
  const look = lookAtVault(parts);
  look.stop();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(look.shown.get().survey).toBeNull();
});

test.each([
  ['nothing at all', {}, true],
  ['notes of nobody', { 'a.md': '- [ ] walk\n' }, true],
  ['a proposal', { 'a.md': '- [?] walk #proposed\n' }, false],
  ['a meeting without an account', { 'a.md': '---\ntags: [type/customer]\ndate: 2026-11-03\n---\n' }, false],
  ['an account', { 'Gull.md': '#type/customer\n' }, false],
])('whether a vault with %s holds nothing', (_, files: Files, isNothing) => {
  const graph = createStore(EMPTY_GRAPH, rethrow);
  const firstRun = createFirstRun({
    ...world(files),
    graph,
    progress: createStore(null, rethrow),
    memory: { get: () => null, set: () => undefined },
  } as unknown as Parameters<typeof createFirstRun>[0]);
  graph.set(readVault(Object.entries(files), DEFAULT_SETTINGS));
  expect(firstRun.isNothing.get()).toBe(isNothing);
  firstRun.stop();
});
