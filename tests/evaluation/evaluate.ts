import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArguments, refuse } from '../../scripts/workbench/arguments';
import { readVaultFolder } from '../../scripts/workbench/vault-folder';
import { judgeAccounts, type AccountQuality, type LabelledVault } from './accounts/judge-accounts';
import { judgePairs, type LabelledPair, type Quality } from './copies/judge-pairs';
import { judgeSigns, type SignWorth } from './copies/judge-signs';
import { SIGN_WORDS } from './copies/sign-words';
import { judgeReruns, type LabelledReruns, type RerunQuality } from './reruns/judge-reruns';

declare const PROJECT_ROOT: string;

// Measures the quality of what is found, on invented pairs and notes that were labelled by hand. Thresholds are chosen
// on the tuned half; the blind half was written without a look at the code, and its figure is the one that counts. Of
// vaults in which each source was summarised twice, `reruns/dev` and `reruns/second/tuned` may be read, and
// `reruns/second/unread` counts. With --json: `copies: {precision, recall, pairs}` and `accounts: {coverage, accuracy,
// certainAccuracy, notes}` of the blind half (`accountsSecond`: of two sets that were labelled later, and are judged as
// they are: of these, figures alone are printed), `reruns: {precision, recall, groups, gold}` of the tasks of the unread
// one. With --signs: what each sign of copies is worth, as a table in Markdown.
const usage = 'npm run evaluate [-- --json | -- --faults | -- --signs]';
const args = readArguments(
  process.argv.slice(2),
  { json: { type: 'boolean' }, faults: { type: 'boolean' }, signs: { type: 'boolean' } },
  usage,
);
if (!args.ok) refuse(args.error);
if (args.value.positionals.length > 0) refuse(`“${args.value.positionals[0]}” is not understood. Use: ${usage}`);

type Part = 'tuned' | 'blind' | 'second-a' | 'second-b';

if (args.value.values['signs'] === true) {
  const pairs = JSON.parse(await readFile(fileOf('copies', 'tuned.json'), 'utf8')) as readonly LabelledPair[];
  const worth = judgeSigns((await rerunsIn('dev'))!, pairs);
  console.log(signTable(worth));
  process.exit();
}

const copies = {
  blind: await judged('copies', 'blind', judgePairs),
  tuned: await judged('copies', 'tuned', judgePairs),
};
const others = (vault: LabelledVault): AccountQuality => judgeAccounts(vault, 'others filed');
const alone = (vault: LabelledVault): AccountQuality => judgeAccounts(vault, 'pages only');
const accounts = {
  blind: await judged('accounts', 'blind', others),
  tuned: await judged('accounts', 'tuned', others),
  'second-a': await judged('accounts', 'second-a', others),
  'second-b': await judged('accounts', 'second-b', others),
};
const accountsAlone = {
  blind: await judged('accounts', 'blind', alone),
  tuned: await judged('accounts', 'tuned', alone),
  'second-a': await judged('accounts', 'second-a', alone),
  'second-b': await judged('accounts', 'second-b', alone),
};

const reruns = {
  dev: await judgedReruns('dev'),
  tuned: await judgedReruns('second/tuned'),
  unread: await judgedReruns('second/unread'),
};

if (args.value.values['json'] === true) {
  console.log(
    JSON.stringify(
      {
        copies: copies.blind && copyFigures(copies.blind),
        accounts: accounts.blind && accountFigures(accounts.blind),
        accountsPagesOnly: accountsAlone.blind && accountFigures(accountsAlone.blind),
        accountsSecond: {
          a: accounts['second-a'] && accountFigures(accounts['second-a']),
          b: accounts['second-b'] && accountFigures(accounts['second-b']),
          aPagesOnly: accountsAlone['second-a'] && accountFigures(accountsAlone['second-a']),
          bPagesOnly: accountsAlone['second-b'] && accountFigures(accountsAlone['second-b']),
        },
        reruns: reruns.unread && rerunFigures(reruns.unread.task),
        tuned: {
          copies: copies.tuned && copyFigures(copies.tuned),
          accounts: accounts.tuned && accountFigures(accounts.tuned),
          accountsPagesOnly: accountsAlone.tuned && accountFigures(accountsAlone.tuned),
          reruns: {
            dev: reruns.dev && rerunFigures(reruns.dev.task),
            second: reruns.tuned && rerunFigures(reruns.tuned.task),
          },
        },
      },
      null,
      2,
    ),
  );
} else {
  for (const half of ['blind', 'tuned'] as const) printLine(`copies, ${half} half`, copies[half], copyWords);
  for (const part of ['blind', 'tuned', 'second-a', 'second-b'] as const) {
    printLine(`accounts, ${part}, other notes filed`, accounts[part], accountWords);
    printLine(`accounts, ${part}, account pages only`, accountsAlone[part], accountWords);
  }
  for (const [name, kinds] of Object.entries(reruns)) {
    printLine(`reruns, ${name}`, kinds, (found) =>
      Object.entries(found)
        .map(([kind, quality]) => `\n  ${kind}: ${rerunWords(quality)}`)
        .join(''),
    );
  }
  // Of what may be read alone: who reads the faults of the others tunes to them.
  if (args.value.values['faults'] === true) {
    const read = [reruns.dev, reruns.tuned].flatMap((kinds) => Object.values(kinds ?? {}));
    for (const quality of [copies.tuned, accounts.tuned, accountsAlone.tuned, ...read])
      quality?.faults.forEach((fault) => console.log(fault));
  }
}

/** The reruns in a folder, or null where there are none. */
async function rerunsIn(folder: string): Promise<LabelledReruns | null> {
  const gold = await readFile(fileOf('reruns', folder, 'gold.tsv'), 'utf8').catch(() => null);
  const vault = await readVaultFolder(fileOf('reruns', folder, 'vault'));
  return gold === null || !vault.ok ? null : { gold, files: vault.value.files };
}

async function judgedReruns(folder: string): Promise<ReturnType<typeof judgeReruns> | null> {
  const found = await rerunsIn(folder);
  return found === null ? null : judgeReruns(found);
}

function fileOf(...parts: readonly string[]): string {
  return join(PROJECT_ROOT, 'tests', 'evaluation', ...parts);
}

function rerunFigures({
  precision,
  recall,
  groups,
  gold,
}: RerunQuality): Pick<RerunQuality, 'precision' | 'recall' | 'groups' | 'gold'> {
  return { precision: rounded(precision), recall: rounded(recall), groups, gold };
}

function rerunWords({ precision, recall, groups, gold, clusters, lines }: RerunQuality): string {
  return `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; ${lines} lines in ${groups} groups, ${clusters} with those likely the same, ${gold} by readers`;
}

/** What each sign is worth, as a table in Markdown. */
function signTable(worth: readonly SignWorth[]): string {
  const figures = ({ precision, recall }: { readonly precision: number; readonly recall: number }): string =>
    `${precision.toFixed(3)} / ${recall.toFixed(3)}`;
  const rows = worth.map(({ without, tasks, facts, pairs }) => [
    without === null ? '(all signs)' : without.name,
    without === null ? '' : String(without.weight),
    without === null ? '' : SIGN_WORDS[without.name]!,
    figures(tasks),
    String(tasks.groups),
    figures(facts),
    figures(pairs),
  ]);
  const head = [
    'without',
    'weight',
    'what it means',
    'tasks of reruns',
    'groups',
    'facts of reruns',
    'pairs by signs alone',
  ];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** How well a half of a set is judged; null where there is none. */
async function judged<T, Q>(set: 'copies' | 'accounts', half: Part, judge: (labelled: T) => Q): Promise<Q | null> {
  const file = fileOf(set, `${half}.json`);
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
