import { beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDay, type Day } from '../../../src/core/base/day';
import { readVault } from '../../../src/core/graph/read-vault';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { reportOf } from '../../../scripts/workbench/report';
import { readVaultFolder } from '../../../scripts/workbench/vault-folder';

interface Row {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly status?: string;
  readonly owners?: readonly string[];
  readonly copies: string | null;
  readonly alreadyDone: { readonly path: string; readonly line: number; readonly day: Day | null } | null;
  readonly alreadyDecided: {
    readonly path: string;
    readonly line: number;
    readonly status: string;
    readonly day: Day | null;
  } | null;
}

const ROOT = join(__dirname, '../../..');
const TODAY = parseDay('2026-11-20')!;
let rows: readonly Row[];

function rowsOf(files: ReadonlyMap<string, string>): readonly Row[] {
  const report = reportOf(readVault(files, DEFAULT_SETTINGS), { today: TODAY, settings: DEFAULT_SETTINGS }, new Set());
  return [...report.tasks, ...report.decisions, ...report.facts] as readonly Row[];
}

beforeAll(async () => {
  const vault = await readVaultFolder(join(ROOT, 'tests', 'demo-vault'));
  if (!vault.ok) throw new Error(vault.error);
  rows = rowsOf(vault.value.files);
});

/** The rows with these words; `times` of them, each in a note of its own unless the owners tell them apart. */
function withWords(words: RegExp): readonly Row[] {
  return rows.filter(({ text }) => words.test(text));
}

// What docs/demo-vault.md says of the lines that say the same.
test.each<[string, RegExp, number]>([
  ['pair A: report', /pilot report/i, 2],
  ['pair A: price', /two-step pricing|price the rollout/i, 2],
  ['pair A: lunch', /lunch in Rotterdam/, 2],
  ['pair A: probes, with the source and the inbox', /probes at dock door 7/, 4],
  ['pair A: evidence', /September to November readings/, 2],
  ['pair A: access list, with the source', /access list for the console/, 3],
  ['pair B: price', /renewal (?:price )?for 212 stores with terms/, 2],
  ['pair B: free month', /free month/, 2],
  ['pair B: usage report', /\bSol\b.*usage report/, 2],
  ['pair B: deal desk, with the inbox', /12 percent/, 3],
  ['pair B: currencies, with the source', /two currencies/, 3],
  ['pair B: master agreement', /redlined master/, 2],
  ['pair C: tag list', /8,400 tags .*dead|list of the roughly 8,400/, 2],
  ['pair C: sizing sheet', /^(?:Send|Mail).*sizing/, 2],
  ['pair C: server', /second-hand server/, 2],
  ['pair C: test network', /test network in hall 2/, 2],
  ['the inbox: enclosures', /18 salt-proof/, 2],
  ['the inbox: energy bills', /energy bills/, 2],
  ['the inbox: success criteria', /success criteria for the proof of concept on one/, 2],
  ['decisions on the public cloud', /public cloud/, 2],
  ['decisions on three stations', /the other 71/, 2],
  ['decisions of pair A: pilot', /97\.2 percent/, 2],
  ['decisions of pair A: aisles', /aisles 1 to 6 in December/, 2],
  ['decisions of pair B: handhelds', /renewal covers 212/, 2],
  ['decisions of pair B: discount', /before the usage report has been/, 2],
  ['decisions of pair C: cut-over', /between 27 and 30/, 2],
])('%s: one group', (_, words, count) => {
  const found = withWords(words);
  expect(found.map(({ text }) => text)).toHaveLength(count);
  expect(new Set(found.map(({ copies }) => copies)).size).toBe(1);
  expect(found[0]!.copies).not.toBeNull();
  // And nobody else is in it.
  const others = rows.filter(({ copies, text }) => copies === found[0]!.copies && !words.test(text));
  expect(others.filter(({ status }) => status === 'proposed').map(({ text }) => text)).toEqual([]);
});

test('the two reviews of pair C are a group for each reviewer', () => {
  const reviews = withWords(/Review the migration plan and/);
  expect(reviews).toHaveLength(4);
  const groups = new Map(reviews.map(({ copies, owners }) => [copies, owners]));
  expect([...groups.keys()]).not.toContain(null);
  expect([...groups.values()].map((owners) => owners![0]).sort()).toEqual(['Katarzyna Lis', 'Piotr Zieliński']);
  for (const { copies, owners } of reviews) expect(groups.get(copies)).toEqual(owners);
});

test.each<[string, RegExp, number]>([
  ['two tickets', /CASE-4128|door 7 \(CASE-4117\)/, 2],
  ['two accounts', /data processing agreement/i, 2],
  ['decisions on firmware, half a year apart', /firmware/i, 2],
  ['decisions on the historian, two months apart', /historian on the premises|system of record/i, 2],
])('%s: no group', (_, words) => {
  const found = withWords(words).filter(({ copies }) => copies !== null);
  expect(new Set(found.map(({ copies }) => copies)).size).toBe(found.length);
});

test('already done and already decided say where and when', () => {
  const evidence = (words: RegExp): readonly unknown[] =>
    withWords(words)
      .filter(({ status }) => status === 'proposed')
      .map(({ alreadyDone: done, alreadyDecided: decided }) => [
        done && `${done.path.split('/')[0]!} ${done.day}`,
        decided && `${decided.status} ${decided.day}`,
      ]);
  expect(evidence(/access list for the console/)).toEqual([
    ['Sources 2026-11-16', null],
    ['Sources 2026-11-16', null],
  ]);
  expect(evidence(/two currencies/)).toEqual([
    ['Sources 2026-11-04', null],
    ['Sources 2026-11-04', null],
  ]);
  expect(evidence(/two-step pricing/)).toEqual([['Customers 2026-11-17', null]]);
  expect(evidence(/usage report that covers/)).toEqual([['Customers 2026-11-05', null]]);
  expect(evidence(/lunch in Rotterdam/)).toEqual([[null, 'dismissed 2026-11-13']]);
  expect(evidence(/free month/)).toEqual([[null, 'dismissed 2026-11-03']]);
  expect(evidence(/Forward the pilot report/)).toEqual([[null, 'open 2026-11-12']]);
  expect(evidence(/probes at dock door 7/)).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ]);
});

test('lines of evidence are found by path and line', () => {
  const [row] = withWords(/two-step pricing/);
  const at = row!.alreadyDone!;
  expect(readFileSync(join(ROOT, 'tests', 'demo-vault', at.path), 'utf8').split('\n')[at.line - 1]).toContain(
    '- [x] Price the rollout',
  );
});

test('two tasks that ask two people the same thing stay two, and find their copies in a second note of the source', () => {
  const text = readFileSync(join(ROOT, 'tests/fixtures/damaged-meeting.md'), 'utf8');
  const asked = (all: readonly Row[]): readonly Row[] =>
    all.filter((row) => row.text.startsWith('Join the introduction call'));
  const alone = asked(rowsOf(new Map([['a.md', text]])));
  expect(alone.map(({ copies }) => copies)).toEqual([null, null]);
  const twice = asked(
    rowsOf(
      new Map([
        ['a.md', text],
        ['b.md', text],
      ]),
    ),
  );
  expect(twice).toHaveLength(4);
  for (const row of twice)
    expect(twice.filter(({ copies }) => copies === row.copies).map(({ owners }) => owners)).toEqual([
      row.owners,
      row.owners,
    ]);
});
