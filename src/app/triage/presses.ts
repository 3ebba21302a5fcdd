import { lastOf } from '../../core/base/last-of';
import { isDeciding, type RowVerb } from '../../core/triage/decide';
import type { Proposal } from '../../core/triage/proposals';
import type { ProposalRow } from '../../core/triage/rows';
import { changeWaiting, rowAt, type Waiting } from '../../core/triage/waiting';

type JobState = 'waiting' | 'writing' | 'written';

/** Rows that were pressed, as they were shown then. */
export interface DecideJob {
  readonly kind: 'decide';
  readonly id: number;
  readonly state: JobState;
  readonly rows: readonly ProposalRow[];
  readonly verb: RowVerb;
  /** Whether it is to be taken back once it is written. */
  readonly takenBack: boolean;
  /** Why not all of it was written, in sentences; null where all was, or nothing is known yet. */
  readonly refused: string | null;
}

/** The taking back of a press; where `of` is null, of the last action of the journal. */
export interface UndoJob {
  readonly kind: 'undo';
  readonly id: number;
  readonly state: JobState;
  readonly of: number | null;
}

export type Job = DecideJob | UndoJob;

/** What was pressed and is not in the rows yet, and what waits because of it. */
export interface Presses {
  /** What waits, as notes had it when they were looked at last. */
  readonly rows: Waiting;
  /** What waits once all that was pressed is written: what is shown. */
  readonly waiting: Waiting;
  /** In the order in which they were pressed. */
  readonly jobs: readonly Job[];
  /** Rows that came back because they were not written: the reason, by their keys. */
  readonly marks: ReadonlyMap<string, string>;
  /** New keys of lines that were written and still wait, by the keys that they were pressed with. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** What came of a press that was written. */
export interface Ending {
  readonly refused: string | null;
  readonly renamed: ReadonlyMap<string, string>;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Nothing is pressed yet. */
export function startPresses(rows: Waiting): Presses {
  return { rows, waiting: rows, jobs: [], marks: NONE, renamed: NONE };
}

/** Something is pressed: at once it is shown as if it were written. */
export function press(presses: Presses, id: number, rows: readonly ProposalRow[], verb: RowVerb): Presses {
  const job: DecideJob = { kind: 'decide', id, state: 'waiting', rows, verb, takenBack: false, refused: null };
  const marks = rows.some(({ key }) => presses.marks.has(key))
    ? without(
        presses.marks,
        rows.map(({ key }) => key),
      )
    : presses.marks;
  // On top of what was pressed before: of a thousand presses, each is looked at once.
  const verbs = new Map(rows.flatMap((row) => [row, ...row.copies].map(({ key }) => [key, [verb]] as const)));
  return {
    ...presses,
    marks,
    waiting: foreseen(presses.waiting, verbs),
    renamed: presses.jobs.length === 0 ? NONE : presses.renamed,
    jobs: [...presses.jobs, job],
  };
}

/**
 * The last press that was not taken back is: one that waits is forgotten, of another one the rows come back at once, and
 * it is taken back when its turn comes. `of` is that press, and null where there is none: then the journal is asked.
 */
export function takeBack(presses: Presses, id: number): { readonly presses: Presses; readonly of: DecideJob | null } {
  const of = lastOf(presses.jobs.filter((job): job is DecideJob => job.kind === 'decide' && !job.takenBack));
  if (of?.state === 'waiting')
    return { presses: show({ ...presses, jobs: presses.jobs.filter((job) => job !== of) }), of };
  const undo: UndoJob = { kind: 'undo', id, state: 'waiting', of: of?.id ?? null };
  const jobs = presses.jobs.map((job): Job => (job === of ? { ...of, takenBack: true } : job));
  return { presses: show({ ...presses, jobs: [...jobs, undo] }), of: of ?? null };
}

/** The turn of a job has come. */
export function begin(presses: Presses, id: number): Presses {
  return { ...presses, jobs: presses.jobs.map((job) => (job.id === id ? { ...job, state: 'writing' } : job)) };
}

/** A job was written, or refused. What is shown stays as it is until notes are looked at again. */
export function end(presses: Presses, id: number, { refused, renamed }: Ending): Presses {
  return {
    ...presses,
    renamed: renamed.size === 0 ? presses.renamed : new Map([...presses.renamed, ...renamed]),
    jobs: presses.jobs.map((job): Job => {
      if (job.id !== id) return job;
      return job.kind === 'decide' ? { ...job, state: 'written', refused } : { ...job, state: 'written' };
    }),
  };
}

/** Whether something is yet to be taken back: until then, what came back is shown, whatever notes hold meanwhile. */
export function isTakingBack({ jobs }: Presses): boolean {
  return jobs.some(({ kind, state }) => kind === 'undo' && state !== 'written');
}

/** The jobs that are written; when notes are looked at after that, their rows are what they have become. */
export function writtenJobs({ jobs }: Presses): ReadonlySet<number> {
  return new Set(jobs.flatMap(({ id, state }) => (state === 'written' ? [id] : [])));
}

/** How many presses wait for their turn. */
export function countWaiting({ jobs }: Presses): number {
  return jobs.reduce((sum, { state }) => sum + Number(state === 'waiting'), 0);
}

/**
 * Notes were looked at: `rows` are what waits in them now, the jobs in `seen` among what was done to them. A row that a
 * press should have ended and that still waits is marked with the reason.
 */
export function look(presses: Presses, rows: Waiting, seen: ReadonlySet<number>): Presses {
  if (rows === presses.rows && seen.size === 0) return presses;
  const reasons = new Map<string, string>(presses.marks);
  for (const job of presses.jobs) {
    if (!seen.has(job.id) || job.kind !== 'decide' || job.refused === null || job.takenBack) continue;
    for (const { key } of job.rows) reasons.set(presses.renamed.get(key) ?? key, job.refused);
  }
  const marks = reasons.size === 0 ? NONE : new Map([...reasons].filter(([key]) => rowAt(rows, key) !== undefined));
  return show({ ...presses, rows, marks, jobs: presses.jobs.filter(({ id }) => !seen.has(id)) });
}

function show(presses: Presses): Presses {
  const verbs = new Map<string, RowVerb[]>();
  for (const job of presses.jobs) {
    if (job.kind === 'undo' || job.takenBack) continue;
    for (const row of job.rows)
      for (const { key } of [row, ...row.copies]) {
        const known = verbs.get(key);
        if (known === undefined) verbs.set(key, [job.verb]);
        else known.push(job.verb);
      }
  }
  return { ...presses, waiting: foreseen(presses.rows, verbs) };
}

/** What will wait once the rows with these keys have been through these verbs. */
function foreseen(waiting: Waiting, verbs: ReadonlyMap<string, readonly RowVerb[]>): Waiting {
  const gone: ProposalRow[] = [];
  const come: ProposalRow[] = [];
  for (const [key, own] of verbs) {
    const before = rowAt(waiting, key);
    if (before === undefined) continue;
    gone.push(before);
    const after = own.reduce<ProposalRow | null>(foresee, before);
    if (after !== null) come.push(after);
  }
  return gone.length === 0 ? waiting : changeWaiting(waiting, gone, come);
}

/** What a row will be, as far as that is known before it is written; null where it will not wait any more. */
function foresee(row: ProposalRow | null, verb: RowVerb): ProposalRow | null {
  if (row === null) return null;
  switch (verb.name) {
    case 'snooze':
      return { ...row, snoozed: verb.until };
    case 'set-due':
      return { ...row, due: verb.due, copies: row.copies.map((copy): Proposal => ({ ...copy, due: verb.due })) };
    case 'set-priority':
      return { ...row, priority: verb.priority };
    case 'as-before':
      return row.done === null && row.decided === null ? row : null;
    default:
      return isDeciding(verb.name) ? null : row;
  }
}

function without(marks: ReadonlyMap<string, string>, keys: readonly string[]): ReadonlyMap<string, string> {
  const left = new Map(marks);
  keys.forEach((key) => left.delete(key));
  return left;
}
