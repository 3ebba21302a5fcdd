import { finish } from '../../../src/core/base/steps';
import { accountKey } from '../../../src/core/account/names';
import { gatherHistory } from '../../../src/core/account/history';
import { accountFinder, suggestAccounts } from '../../../src/core/account/suggest';
import { readVault } from '../../../src/core/graph/read-vault';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';

/** An invented vault: its accounts, and notes whose account is known to who wrote them. */
export interface LabelledVault {
  readonly accounts: readonly {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly domains: readonly string[];
  }[];
  readonly own: { readonly company: string; readonly domains: readonly string[] };
  readonly notes: readonly LabelledNote[];
}

/** A note as the pipeline writes it, with an empty account. */
export interface LabelledNote {
  readonly path: string;
  readonly text: string;
  /** The name of the account that it is about; null where it is about none or about two. */
  readonly account: string | null;
  readonly trap: string;
}

/** How well accounts were suggested. */
export interface AccountQuality {
  /** Of the notes with an account, the share that got a suggestion. */
  readonly coverage: number;
  /** Of the first suggestions, the share that is right. Any suggestion for a note without an account is wrong. */
  readonly accuracy: number;
  /** Of the first suggestions that were called certain, the share that is right. */
  readonly certainAccuracy: number;
  /** How many were called certain. */
  readonly certain: number;
  readonly notes: number;
  /** The notes whose first suggestion is missing or wrong, in a line each. */
  readonly faults: readonly string[];
}

/**
 * What else the vault holds while a note is judged: all other notes under their accounts, or nothing but the pages of
 * the accounts.
 */
export type Surroundings = 'others filed' | 'pages only';

/** Judges the first suggestion for each note alone. */
export function judgeAccounts({ accounts, own, notes }: LabelledVault, surroundings: Surroundings): AccountQuality {
  const pages = accounts.map(
    (account) => [`Customers/${account.name.replace(/[./]/g, '')}/README.md`, pageText(account)] as const,
  );
  const filed = notes.map(
    ({ path, text, account }) =>
      [path, account === null ? text : text.replace(/^account: ""$/m, `account: ${JSON.stringify(account)}`)] as const,
  );
  const settings = { ...DEFAULT_SETTINGS, ownDomains: own.domains };
  const tally = { due: 0, covered: 0, made: 0, right: 0, certain: 0, certainRight: 0 };
  const faults: string[] = [];
  for (const { path, text, account, trap } of notes) {
    const others = surroundings === 'others filed' ? filed.filter(([other]) => other !== path) : [];
    const { notes: read, resolution } = readVault([...pages, ...others, [path, text]], settings);
    const history = finish(gatherHistory(read.values(), resolution, settings));
    const [first] = suggestAccounts(
      read.get(path)!,
      resolution.accounts,
      accountFinder(resolution.accounts.values(), settings),
      history,
    );
    const isRight = first !== undefined && account !== null && accountKey(first.name) === accountKey(account);
    tally.due += Number(account !== null);
    tally.covered += Number(account !== null && first !== undefined);
    tally.made += Number(first !== undefined);
    tally.right += Number(isRight);
    tally.certain += Number(first?.certain === true);
    tally.certainRight += Number(first?.certain === true && isRight);
    const said =
      first === undefined
        ? 'nothing'
        : `${first.name} ${first.score}${first.certain ? ' CERTAIN' : ''} (${first.reasons.join('; ')})`;
    if (!isRight && (account !== null || first !== undefined))
      faults.push(`${trap}: ${path}\n  is ${account ?? 'nobody’s'}, suggested ${said}`);
  }
  return {
    coverage: share(tally.covered, tally.due),
    accuracy: share(tally.right, tally.made),
    certainAccuracy: share(tally.certainRight, tally.certain),
    certain: tally.certain,
    notes: notes.length,
    faults,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function pageText({ name, aliases, domains }: LabelledVault['accounts'][number]): string {
  return [
    '---',
    `title: ${JSON.stringify(name)}`,
    `aliases: ${JSON.stringify(aliases)}`,
    `domains: ${JSON.stringify(domains)}`,
    'tags: ["type/customer"]',
    '---',
    '',
    `# ${name}`,
  ].join('\n');
}
