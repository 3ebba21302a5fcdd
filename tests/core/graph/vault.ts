import { readVault } from '../../../src/core/graph/read-vault';
import type { Graph } from '../../../src/core/graph/graph';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';

/** What a note of a small vault says. */
export interface NoteParts {
  readonly title?: string;
  readonly date?: string;
  readonly account?: string;
  readonly aliases?: readonly string[];
  readonly tags?: readonly string[];
  readonly more?: readonly string[];
  readonly body?: readonly string[];
}

/** The text of a note of ours, as the pipeline writes it. */
export function noteText({ title, date, account, aliases, tags = [], more = [], body = [] }: NoteParts): string {
  const lines = [
    title === undefined ? [] : [`title: ${JSON.stringify(title)}`],
    date === undefined ? [] : [`date: "${date}"`],
    account === undefined ? [] : [`account: ${JSON.stringify(account)}`],
    aliases === undefined ? [] : [`aliases: ${JSON.stringify(aliases)}`],
    ['tags:', '  - "type/customer"', ...tags.map((tag) => `  - "${tag}"`)],
    more,
  ].flat();
  return ['---', ...lines, '---', '', ...body].join('\n');
}

/** The graph of a vault of notes, by path. */
export function vaultOf(notes: Readonly<Record<string, NoteParts | string>>): Graph {
  return readVault(
    Object.entries(notes).map(([path, parts]) => [path, typeof parts === 'string' ? parts : noteText(parts)] as const),
    DEFAULT_SETTINGS,
  );
}

/** The name of the account of each note that has one, and why. */
export function accountsOf(graph: Graph): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...graph.resolution.accountOf].map(([path, { key, reason }]) => [
      path,
      `${graph.resolution.accounts.get(key)!.name} (${reason})`,
    ]),
  );
}
