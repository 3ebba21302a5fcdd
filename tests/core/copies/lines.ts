import type { Day } from '../../../src/core/base/day';
import type { CopyKind, CopyLine, Standing } from '../../../src/core/copies/copy-line';
import { CandidateReader } from '../../../src/core/copies/candidate';
import { NOTHING_SAID, type Said } from '../../../src/core/copies/pair';
import { strictLikeness } from '../../../src/core/copies/strict-rule';
import { DEFAULT_STATUS_SYMBOLS } from '../../../src/core/task/status';
import { readTask } from '../../../src/core/task/task';

/** What a test says of a line; the rest is as usual: two notes of one source, of one account, on one day. */
export interface LineParts {
  readonly text: string;
  readonly kind?: CopyKind;
  readonly path?: string;
  readonly owners?: readonly string[];
  readonly day?: string | null;
  readonly account?: string | null;
  readonly looksLike?: string | null;
  readonly source?: string | null;
  readonly standing?: Standing;
  /** The whole line of a task; by default a proposed one of the text. */
  readonly raw?: string;
}

/** A line. Its key is its path and its text. */
export function lineOf({
  text,
  kind = 'task',
  path = 'a.md',
  owners = ['ana'],
  day = '2026-11-03',
  account = 'northwind',
  looksLike = null,
  source = 'call',
  standing = 'note',
  raw,
}: LineParts): CopyLine {
  const task =
    kind === 'task'
      ? readTask(raw ?? `- [?] ${text} #proposed`, {
          line: 0,
          heading: null,
          symbols: DEFAULT_STATUS_SYMBOLS,
          damage: null,
        })
      : null;
  return {
    key: `${path}\n${text}\n${raw ?? ''}`,
    path,
    line: 0,
    kind,
    text,
    owners,
    day: day as Day | null,
    account,
    looksLike,
    source,
    standing,
    task,
    statement: null,
  };
}

/** How alike two lines by themselves are, null where they are no copies. The second stands in another note unless said otherwise. */
export function likeness(a: LineParts, b: LineParts, said: Said = NOTHING_SAID): number | null {
  const reader = new CandidateReader();
  return strictLikeness(reader.read(lineOf(a)), reader.read(lineOf({ path: 'b.md', ...b })), said);
}
