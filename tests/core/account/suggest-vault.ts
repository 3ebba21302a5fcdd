import { finish } from '../../../src/core/base/steps';
import { gatherHistory } from '../../../src/core/account/history';
import { accountFinder, suggestAccounts, type Suggestion } from '../../../src/core/account/suggest';
import { readVault } from '../../../src/core/graph/read-vault';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { noteText, type NoteParts } from '../graph/vault';

/**
 * What is suggested for the note `m.md` (a meeting, where it has no kind) among the notes of a small vault, by name.
 */
export function suggestionsIn(
  note: NoteParts,
  others: Readonly<Record<string, NoteParts>>,
  ownDomains: readonly string[] = [],
): readonly Suggestion[] {
  const settings = { ...DEFAULT_SETTINGS, ownDomains };
  const files = Object.entries({ ...others, 'm.md': { date: '2026-03-06', ...note } }).map(
    ([path, parts]) => [path, noteText(parts)] as const,
  );
  const { notes, resolution } = readVault(files, settings);
  const history = finish(gatherHistory(notes.values(), resolution, settings));
  return suggestAccounts(
    notes.get('m.md')!,
    resolution.accounts,
    accountFinder(resolution.accounts.values(), settings),
    history,
  );
}

/** The same in a line each: name and reasons. */
export function reasonsIn(
  note: NoteParts,
  others: Readonly<Record<string, NoteParts>>,
  ownDomains: readonly string[] = [],
): readonly string[] {
  return suggestionsIn(note, others, ownDomains).map(({ name, reasons }) => `${name}: ${reasons.join(', ')}`);
}

/** Account pages by the name of the account. */
export function pagesOf(...names: readonly string[]): Readonly<Record<string, NoteParts>> {
  return Object.fromEntries(names.map((name) => [`C/${name}/README.md`, { title: name }]));
}
