import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArguments, refuse } from '../../scripts/workbench/arguments';
import { judgeAccounts, type AccountQuality, type LabelledVault } from './accounts/judge-accounts';
import { judgePairs, type Quality } from './copies/judge-pairs';

declare const PROJECT_ROOT: string;

// Measures the quality of what is found, on invented pairs and notes that were labelled by hand. Thresholds are chosen
// on the tuned half; the blind half was written without a look at the code, and its figure is the one that counts. With
// --json: `copies: {precision, recall, pairs}` and `accounts: {coverage, accuracy, certainAccuracy, notes}` of the
// blind half.
const usage = 'npm run evaluate [-- --json | -- --faults]';
const args = readArguments(process.argv.slice(2), { json: { type: 'boolean' }, faults: { type: 'boolean' } }, usage);
if (!args.ok) refuse(args.error);
if (args.value.positionals.length > 0) refuse(`“${args.value.positionals[0]}” is not understood. Use: ${usage}`);

type Half = 'tuned' | 'blind';

const copies = {
  blind: await judged('copies', 'blind', judgePairs),
  tuned: await judged('copies', 'tuned', judgePairs),
};
const others = (vault: LabelledVault): AccountQuality => judgeAccounts(vault, 'others filed');
const alone = (vault: LabelledVault): AccountQuality => judgeAccounts(vault, 'pages only');
const accounts = { blind: await judged('accounts', 'blind', others), tuned: await judged('accounts', 'tuned', others) };
const accountsAlone = {
  blind: await judged('accounts', 'blind', alone),
  tuned: await judged('accounts', 'tuned', alone),
};

if (args.value.values['json'] === true) {
  console.log(
    JSON.stringify(
      {
        copies: copies.blind && copyFigures(copies.blind),
        accounts: accounts.blind && accountFigures(accounts.blind),
        accountsPagesOnly: accountsAlone.blind && accountFigures(accountsAlone.blind),
        tuned: {
          copies: copies.tuned && copyFigures(copies.tuned),
          accounts: accounts.tuned && accountFigures(accounts.tuned),
          accountsPagesOnly: accountsAlone.tuned && accountFigures(accountsAlone.tuned),
        },
      },
      null,
      2,
    ),
  );
} else {
  for (const half of ['blind', 'tuned'] as const) {
    printLine(`copies, ${half} half`, copies[half], copyWords);
    printLine(`accounts, ${half} half, other notes filed`, accounts[half], accountWords);
    printLine(`accounts, ${half} half, account pages only`, accountsAlone[half], accountWords);
  }
  // Of the tuned half alone: who reads the faults of the blind half tunes to it.
  if (args.value.values['faults'] === true)
    [copies.tuned, accounts.tuned, accountsAlone.tuned].forEach((quality) =>
      quality?.faults.forEach((fault) => console.log(fault)),
    );
}

/** How well a half of a set is judged; null where there is none. */
async function judged<T, Q>(set: 'copies' | 'accounts', half: Half, judge: (labelled: T) => Q): Promise<Q | null> {
  const file = join(PROJECT_ROOT, 'tests', 'evaluation', set, `${half}.json`);
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  return exists ? judge(JSON.parse(await readFile(file, 'utf8')) as T) : null;
}

function printLine<Q>(name: string, quality: Q | null, words: (quality: Q) => string): void {
  console.log(`${name}: ${quality === null ? 'there is none' : words(quality)}`);
}

function copyFigures({ precision, recall, pairs }: Quality): Pick<Quality, 'precision' | 'recall' | 'pairs'> {
  return { precision: rounded(precision), recall: rounded(recall), pairs };
}

function copyWords({ precision, recall, pairs }: Quality): string {
  return `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${pairs} pairs`;
}

function accountFigures({
  coverage,
  accuracy,
  certainAccuracy,
  certain,
  notes,
}: AccountQuality): Omit<AccountQuality, 'faults'> {
  return {
    coverage: rounded(coverage),
    accuracy: rounded(accuracy),
    certainAccuracy: rounded(certainAccuracy),
    certain,
    notes,
  };
}

function accountWords({ coverage, accuracy, certainAccuracy, certain, notes }: AccountQuality): string {
  return `coverage ${coverage.toFixed(3)}, accuracy ${accuracy.toFixed(3)}, certain accuracy ${certainAccuracy.toFixed(3)} (${certain} certain), ${notes} notes`;
}

function rounded(share: number): number {
  return Number(share.toFixed(3));
}
