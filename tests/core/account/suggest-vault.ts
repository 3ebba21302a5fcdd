import { finish } from '../../../src/core/base/steps';
import { gatherHistory } from '../../../src/core/account/history';
import { accountFinder, rankAccounts, suggestAccounts, type Suggestion } from '../../../src/core/account/suggest';
import { readVault } from '../../../src/core/graph/read-vault';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { noteText, type NoteParts } from '../graph/vault';

type Others = Readonly<Record<string, NoteParts>>;

/**
 * What the note `m.md` (a meeting, where it has no kind) may be about among the notes of a small vault, likeliest first.
 */
export function suggestionsIn(
  note: NoteParts,
  others: Others,
  ownDomains: readonly string[] = [],
): readonly Suggestion[] {
  return rankAccounts(...askedOf(note, others, ownDomains));
}

/** The account that is suggested for it, or null where none is. */
export function suggestedIn(note: NoteParts, others: Others, ownDomains: readonly string[] = []): string | null {
  return suggestAccounts(...askedOf(note, others, ownDomains))[0]?.name ?? null;
}

function askedOf(
  note: NoteParts,
  others: Others,
  ownDomains: readonly string[],
): Required<Parameters<typeof rankAccounts>> {
  const settings = { ...DEFAULT_SETTINGS, ownDomains };
  const files = Object.entries({ ...others, 'm.md': { date: '2026-03-06', ...note } }).map(
    ([path, parts]) => [path, noteText(parts)] as const,
  );
  const { notes, resolution } = readVault(files, settings);
  return [
    notes.get('m.md')!,
    resolution.accounts,
    accountFinder(resolution.accounts.values(), settings),
    finish(gatherHistory(notes.values(), resolution, settings)),
  ];
}

/** The same in a line each: name and reasons. */
export function reasonsIn(note: NoteParts, others: Others, ownDomains: readonly string[] = []): readonly string[] {
  return suggestionsIn(note, others, ownDomains).map(({ name, reasons }) => `${name}: ${reasons.join(', ')}`);
}

/** Account pages by the name of the account. */
export function pagesOf(...names: readonly string[]): Readonly<Record<string, NoteParts>> {
  return Object.fromEntries(names.map((name) => [`C/${name}/README.md`, { title: name }]));
}
