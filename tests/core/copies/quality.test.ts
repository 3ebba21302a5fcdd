import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgePairs, type LabelledPair } from '../../evaluation/copies/judge-pairs';

test('the half that the thresholds were chosen on is judged as well as it was', () => {
  const pairs = JSON.parse(
    readFileSync(join(__dirname, '../../evaluation/copies/tuned.json'), 'utf8'),
  ) as readonly LabelledPair[];
  const { precision, recall } = judgePairs(pairs);
  expect(pairs.length).toBeGreaterThanOrEqual(120);
  expect(precision).toBeGreaterThanOrEqual(0.92);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});
