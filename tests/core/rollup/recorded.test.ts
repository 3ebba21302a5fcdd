import { describe, expect, test } from '@jest/globals';
import { accountKeyOf } from '../../../src/core/graph/graph';
import { runRollup, type RollupPlace } from '../../../src/core/rollup/run';
import { readSpec } from '../../../src/core/rollup/spec';
import { toMarkdownList, toMarkdownTable } from '../../../src/core/rollup/to-markdown';
import { demoScene } from './demo-scene';
import { RECORDED_SPECS } from './recorded-specs';

const SCENE = demoScene();
const pageOf = (account: string): RollupPlace => ({
  account: accountKeyOf(SCENE.graph, `Customers/${account}/README.md`)!,
});
const NORTHWIND = pageOf('Northwind Traders');
const HERON = pageOf('Blue Heron');

/** What a block of the demo vault shows on 22 November 2026, as one copies it; its faults, where it has some. */
function shownBy(source: string, place: RollupPlace, write = toMarkdownList): string {
  const { spec, faults } = readSpec(source);
  if (spec === null)
    return faults
      .map(({ line, sentence, meant }) => `Line ${line + 1}: ${sentence}${meant === null ? '' : ` → ${meant}`}`)
      .join('\n');
  const result = runRollup(SCENE, spec, place);
  return [...result.faults.map(({ line, meant }) => `(line ${line + 1} → ${meant ?? ''})`), write(result)].join('\n');
}

/** The outputs stand in one file, to be read line by line like code. */
describe('a rollup over the demo vault', () => {
  test.each(RECORDED_SPECS)('%s', (_what, source, where) => {
    const place = where === 'no-account' || where === 'no-note' ? where : pageOf(where);
    expect(`\n${source}\n\n${shownBy(source, place)}`).toMatchSnapshot();
  });

  test.each<[string, string, RollupPlace]>([
    ['24 decisions as a table', 'since: 2026-09-01', NORTHWIND],
    ['25 a timeline by day, as a table', 'show: timeline\ngroup: day\nlimit: 6', HERON],
    ['26 tasks of all accounts, as a table', 'show: tasks\nstatus: open\naccount: all\nlimit: 3', 'no-note'],
  ])('%s', (_what, source, place) => {
    expect(`\n${source}\n\n${shownBy(source, place, toMarkdownTable)}\n`).toMatchSnapshot();
  });
});
