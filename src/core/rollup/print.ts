import { ROLLUP_LANGUAGE } from './block';
import type { RollupShow } from './keys';
import { words } from '../../words/words';

/** A block that is to be written. */
export interface RollupWish {
  readonly show: RollupShow;
  /** That of the note it stands in, all, or the one of a name. */
  readonly account: 'own' | 'all' | { readonly name: string };
  /** A period as one writes it (`this quarter`), or null. */
  readonly since: string | null;
}

/** The lines of a block, its fences included. */
export function rollupLines({ show, account, since }: RollupWish): readonly string[] {
  return [
    `\`\`\`${ROLLUP_LANGUAGE}`,
    `show: ${show}`,
    ...(account === 'own' ? [] : [`account: ${account === 'all' ? 'all' : account.name}`]),
    ...(since === null ? [] : [`since: ${since}`]),
    '```',
  ];
}

/**
 * The lines of the section that an account page gets: what was decided, and what happened. Its headings open no section
 * that is read.
 */
export function accountSection(): readonly string[] {
  return [
    `## ${words.rollups.decided}`,
    '',
    ...rollupLines({ show: 'decisions', account: 'own', since: null }),
    '',
    `## ${words.rollups.happened}`,
    '',
    `\`\`\`${ROLLUP_LANGUAGE}`,
    'show: timeline',
    'limit: 20',
    '```',
  ];
}
