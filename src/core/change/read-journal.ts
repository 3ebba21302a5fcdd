import { fail, succeed } from '../base/result';
import { dismissReasonOf } from '../task/dismiss-reason';
import type { Line } from '../text/lines';
import type { Outcome } from './apply';
import type { Edit, Region, Side, Surroundings } from './edit';
import type { FileEffect, JournalEntry, JournalNote, Left, NoteState } from './journal';
import { isRefusalReason } from './refusal';

/**
 * Reads journal entries from what was stored: anything. A damaged entry is left out whole: half an action must not be
 * taken back.
 */
export function readJournal(stored: unknown): readonly JournalEntry[] {
  const entries = new Map<string, JournalEntry>();
  for (const item of Array.isArray(stored) ? (stored as readonly unknown[]) : []) {
    const entry = entryOf(item);
    if (entry !== null && !entries.has(entry.id)) entries.set(entry.id, entry);
  }
  return [...entries.values()];
}

/** The last moment that is on a day, in milliseconds since 1970; the first one is as long before. */
const LAST_TIME = 8.64e15;

const STATES: readonly NoteState[] = ['pending', 'done', 'refused', 'failed', 'unknown'];
const REGIONS: readonly Region[] = ['body', 'front-matter', 'block'];
const ENDS: readonly Line['end'][] = ['', '\n', '\r\n', '\r'];

function entryOf(value: unknown): JournalEntry | null {
  const { id, at, label, undoOf, decided, reason, notes, left } = recordOf(value);
  const knownReason = dismissReasonOf(reason);
  const read = listOf(notes, noteOf);
  if (
    typeof id !== 'string' ||
    typeof at !== 'number' ||
    !(Math.abs(at) <= LAST_TIME) ||
    typeof label !== 'string' ||
    !isTextOrNull(undoOf) ||
    read === null
  )
    return null;
  // Entries of older versions did not count what they decided, and did not keep what they left.
  return {
    id,
    at,
    label,
    undoOf,
    decided: isCount(decided) ? decided : 0,
    ...(knownReason === null ? {} : { reason: knownReason }),
    notes: read,
    left: listOf(left, leftOf) ?? [],
  };
}

function noteOf(value: unknown): JournalNote | null {
  const { path, state, effect, edits, outcomes, reason } = recordOf(value);
  const knownState = STATES.find((known) => known === state);
  const readEdits = listOf(edits, editOf);
  const readOutcomes = listOf(outcomes, outcomeOf);
  if (
    typeof path !== 'string' ||
    knownState === undefined ||
    readEdits === null ||
    readOutcomes === null ||
    !isTextOrNull(reason)
  )
    return null;
  if (readOutcomes.length !== 0 && readOutcomes.length !== readEdits.length) return null;
  // Entries of older versions wrote lines only.
  const readEffect = effect === undefined || effect === null ? null : effectOf(effect);
  return readEffect === undefined
    ? null
    : { path, state: knownState, effect: readEffect, edits: readEdits, outcomes: readOutcomes, reason };
}

function leftOf(value: unknown): Left | null {
  const { path, sentence } = recordOf(value);
  return typeof path === 'string' && typeof sentence === 'string' ? { path, sentence } : null;
}

function effectOf(value: unknown): FileEffect | undefined {
  const { kind, text, folder } = recordOf(value);
  if ((kind !== 'create' && kind !== 'trash') || typeof text !== 'string') return undefined;
  return typeof folder === 'string' ? { kind, text, folder } : { kind, text };
}

function outcomeOf(value: unknown): Outcome | null {
  const { ok, value: undo, error } = recordOf(value);
  if (ok === true) {
    const edit = editOf(undo);
    return edit === null ? null : succeed(edit);
  }
  const { reason, sentence } = recordOf(error);
  return ok === false && isRefusalReason(reason) && typeof sentence === 'string' ? fail({ reason, sentence }) : null;
}

function editOf(value: unknown): Edit | null {
  const { path, region, expected, replacement, ends, surroundings, part } = recordOf(value);
  const knownRegion = REGIONS.find((known) => known === region);
  const readExpected = listOf(expected, lineOf);
  const readReplacement = listOf(replacement, lineOf);
  const readEnds = listOf(ends, (end) => ENDS.find((known) => known === end) ?? null);
  const readSurroundings = surroundingsOf(surroundings);
  // Edits of older versions did not say that they are in a group.
  const readPart = part === undefined ? {} : partOf(part);
  if (
    typeof path !== 'string' ||
    knownRegion === undefined ||
    readPart === null ||
    readExpected === null ||
    readReplacement === null ||
    readEnds === null ||
    readSurroundings === null
  )
    return null;
  // Only an insert knows of the blank lines around it.
  if ((readExpected.length === 0) !== (readSurroundings.blanks !== null)) return null;
  return {
    path,
    region: knownRegion,
    expected: readExpected,
    replacement: readReplacement,
    ends: readEnds,
    surroundings: readSurroundings,
    ...readPart,
  };
}

function partOf(value: unknown): Pick<Edit, 'part'> | null {
  const { group, role, back } = recordOf(value);
  return isCount(group) && (role === 'best' || role === 'copy') && typeof back === 'boolean'
    ? { part: { group, role, back } }
    : null;
}

function surroundingsOf(value: unknown): Surroundings | null {
  const { heading, ownHeading, before, after, order, alike, blanks, hint, text } = recordOf(value);
  const { index, count } = recordOf(order);
  const readBefore = sideOf(before);
  const readAfter = sideOf(after);
  const around = recordOf(blanks);
  if (
    !isTextOrNull(heading) ||
    typeof ownHeading !== 'boolean' ||
    readBefore === null ||
    readAfter === null ||
    typeof text !== 'string'
  )
    return null;
  if (!isCount(index) || !isCount(count) || !isCount(alike) || !isCount(hint)) return null;
  const common = {
    heading,
    ownHeading,
    before: readBefore,
    after: readAfter,
    order: { index, count },
    alike,
    hint,
    text,
  };
  if (blanks === null) return { ...common, blanks };
  return isCount(around['before']) && isCount(around['after'])
    ? { ...common, blanks: { before: around['before'], after: around['after'] } }
    : null;
}

function sideOf(value: unknown): Side | null {
  const { lines, telling } = recordOf(value);
  const read = Array.isArray(lines) && lines.length > 0 && lines.every(isTextOrNull) ? lines : null;
  return read === null || typeof telling !== 'boolean' ? null : { lines: read, telling };
}

/** The items of a list, or null where it is none or one of them cannot be read. */
function listOf<T>(value: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items = value.map(read);
  return items.every((item) => item !== null) ? items : null;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function lineOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
