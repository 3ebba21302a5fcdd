import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import { accountKeyOf } from '../../../src/core/graph/graph';
import { rollupBlocks } from '../../../src/core/rollup/block';
import { ROLLUP_KEYS } from '../../../src/core/rollup/keys';
import { runRollup } from '../../../src/core/rollup/run';
import { readSpec } from '../../../src/core/rollup/spec';
import { scanLines } from '../../../src/core/text/lines';
import { demoScene } from './demo-scene';

const PAGE = readFileSync('docs/rollup.md', 'utf8');
const LINES = scanLines(PAGE);
const SCENE = demoScene();
const PLACE = { account: accountKeyOf(SCENE.graph, 'Customers/Northwind Traders/README.md')! };

/** The examples of the page, each with the sentence that the page quotes below it: why it shows nothing. */
const EXAMPLES = rollupBlocks(LINES).map(({ source, last }): readonly [string, string | null] => [
  source,
  /^> (.*)$/.exec(LINES[last + 2]?.text ?? '')?.[1] ?? null,
]);

describe('the reference', () => {
  test.each(EXAMPLES)('%j shows rows, or what the page says: %j', (source, sentence) => {
    const { spec, faults } = readSpec(source);
    if (spec === null) {
      expect(faults.map((fault) => fault.sentence)).toEqual([sentence]);
      return;
    }
    const result = runRollup(SCENE, spec, PLACE);
    if (sentence === null) expect(result).toMatchObject({ faults: [], empty: null });
    else
      expect([...result.faults.map((fault) => fault.sentence), result.empty].filter((one) => one !== null)).toEqual([
        sentence,
      ]);
    expect(result.shown > 0).toBe(sentence === null);
  });

  it('has an example of each key that shows rows, and of errors', () => {
    const used = new Set(
      EXAMPLES.flatMap(([source, sentence]) =>
        sentence === null ? source.split('\n').map((line) => line.split(':')[0]) : [],
      ),
    );
    expect(ROLLUP_KEYS.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
    expect(EXAMPLES.filter(([, sentence]) => sentence !== null).length).toBeGreaterThan(3);
  });

  it('names each key and each value', () => {
    const words: readonly string[] = ROLLUP_KEYS.flatMap(({ name, values }) => [name, ...values]);
    expect(words.filter((word) => !PAGE.includes(`\`${word}\``))).toEqual([]);
  });
});
