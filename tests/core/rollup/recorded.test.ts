import { describe, expect, test } from '@jest/globals';
import { accountKeyOf } from '../../../src/core/graph/graph';
import { runRollup, type RollupPlace } from '../../../src/core/rollup/run';
import { readSpec } from '../../../src/core/rollup/spec';
import { toMarkdownList, toMarkdownTable } from '../../../src/core/rollup/to-markdown';
import { demoScene } from './demo-scene';

const SCENE = demoScene();
const pageOf = (account: string): RollupPlace => ({ account: accountKeyOf(SCENE.graph, `Customers/${account}/README.md`)! });
const NORTHWIND = pageOf('Northwind Traders');
const GDANSK = pageOf('Gdańsk Marine Systems');
const HERON = pageOf('Blue Heron');

/** What a block of the demo vault shows on 22 November 2026, as one copies it; its faults, where it has some. */
function shownBy(source: string, place: RollupPlace, write = toMarkdownList): string {
  const { spec, faults } = readSpec(source);
  if (spec === null) return faults.map(({ line, sentence, meant }) => `Line ${line + 1}: ${sentence}${meant === null ? '' : ` → ${meant}`}`).join('\n');
  const result = runRollup(SCENE, spec, place);
  return [...result.faults.map(({ line, meant }) => `(line ${line + 1} → ${meant ?? ''})`), write(result)].join('\n');
}

/** The outputs stand in one file, to be read line by line like code. */
describe('a rollup over the demo vault', () => {
  test.each<[string, string, RollupPlace]>([
    ['01 decisions', '', NORTHWIND],
    ['02 decisions since a day, by note', 'show: decisions\nsince: 2026-09-01\ngroup: note', NORTHWIND],
    ['03 decisions of two accounts, the oldest first, by month', 'account: Blue Heron\naccount: [[Gdańsk Marine Systems]]\nsort: oldest\ngroup: month', 'no-note'],
    ['04 decisions of all accounts since this month, by account', 'account: all\nsince: this month\ngroup: account', 'no-account'],
    ['05 decisions of all accounts until the last quarter, by quarter', 'account: all\nuntil: last quarter\ngroup: quarter', 'no-note'],
    ['06 decisions of all accounts in order of account, seven at most', 'account: all\nsort: account\nlimit: 7', 'no-note'],
    ['07 decisions that were confirmed or superseded', 'status: confirmed, superseded', NORTHWIND],
    ['08 facts by week', 'show: facts\ngroup: week', GDANSK],
    ['09 facts of two accounts, by account', 'show: facts\naccount: Juniper & Vale\naccount: Saltmarsh Water\nsort: account\ngroup: account', 'no-note'],
    ['10 tasks that are open, of all accounts', 'show: tasks\nstatus: open, in-progress\naccount: all', 'no-note'],
    ['11 tasks that are open or snoozed, by owner', 'show: tasks\nstatus: open, in-progress, snoozed\naccount: all\ngroup: owner', 'no-note'],
    ['12 my proposals by priority, eight at most', 'show: tasks\nowner: me\nstatus: proposed\nsort: priority\nlimit: 8', HERON],
    ['13 tasks of nobody and of one person, in order of owner', 'show: tasks\nowner: nobody, Mei Tanaka\naccount: all\nsort: owner', 'no-note'],
    ['14 tasks of every status, by status', 'show: tasks\nstatus: all\ngroup: status', GDANSK],
    ['15 tasks that are done or dismissed, newest first, by day', 'show: tasks\nstatus: done, dismissed\naccount: all\nsort: newest\ngroup: day', 'no-note'],
    ['16 a timeline, ten rows at most', 'show: timeline\nlimit: 10', HERON],
    ['17 a timeline of a period, by status', 'show: timeline\nsince: last month\nuntil: this month\ngroup: status', GDANSK],
    ['18 hostile words', 'show: tasks\naccount: Juniper & Vale', 'no-note'],
    ['19 nothing since today', 'since: today', NORTHWIND],
    ['20 a period that ends before it begins', 'show: facts\nsince: this month\nuntil: 90d', NORTHWIND],
    ['21 a note without an account', '', 'no-account'],
    ['22 an account that is not known', 'account: Northwynd', 'no-note'],
    ['23 a block with a fault in each line', 'shwo: tasks\nstatus: opne\nsince: 2026-9-1\nowner: Mei\nlimit: ten\nwhat is open', HERON],
  ])('%s', (_what, source, place) => {
    expect(`\n${source}\n\n${shownBy(source, place)}`).toMatchSnapshot();
  });

  test.each<[string, string, RollupPlace]>([
    ['24 decisions as a table', 'since: 2026-09-01', NORTHWIND], ['25 a timeline by day, as a table', 'show: timeline\ngroup: day\nlimit: 6', HERON], ['26 tasks of all accounts, as a table', 'show: tasks\nstatus: open\naccount: all\nlimit: 3', 'no-note'],
  ])('%s', (_what, source, place) => {
    expect(`\n${source}\n\n${shownBy(source, place, toMarkdownTable)}\n`).toMatchSnapshot();
  });
});
