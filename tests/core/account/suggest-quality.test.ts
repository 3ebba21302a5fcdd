import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeAccounts, type LabelledVault } from '../../evaluation/accounts/judge-accounts';

const vault = JSON.parse(
  readFileSync(join(__dirname, '../../evaluation/accounts/tuned.json'), 'utf8'),
) as LabelledVault;

test.each([
  { surroundings: 'others filed', coverage: 0.97, accuracy: 0.95, certain: 36 },
  { surroundings: 'pages only', coverage: 0.88, accuracy: 0.93, certain: 17 },
] as const)(
  'the half that the rules were chosen on is judged as well as it was, with $surroundings',
  ({ surroundings, ...least }) => {
    const quality = judgeAccounts(vault, surroundings);
    expect(quality.notes).toBeGreaterThanOrEqual(60);
    expect(quality.coverage).toBeGreaterThanOrEqual(least.coverage);
    expect(quality.accuracy).toBeGreaterThanOrEqual(least.accuracy);
    expect(quality.certain).toBeGreaterThanOrEqual(least.certain);
    expect(quality.certainAccuracy).toBe(1);
  },
);
