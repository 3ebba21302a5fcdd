import type { SharedList } from '../../core/base/shared-list';
import type { ProposalRow } from '../../core/triage/rows';
import { rowAt, type Waiting } from '../../core/triage/waiting';

/** Rows in an order. */
export type Rows = SharedList<ProposalRow>;

/** What is shown of the rows that wait. Two of the same name show the same of them. */
export interface Showing {
  readonly name: string;
  readonly pick: (waiting: Rows) => Rows;
}

/** A row in a list, and the list, so that it is known what stood around it once it is gone. */
interface Place {
  readonly rows: Rows;
  readonly index: number;
}

/** What somebody works at: the rows that are shown, which of them is current, and which are selected. */
export interface Desk {
  readonly waiting: Waiting;
  readonly showing: Showing;
  readonly shown: Rows;
  /** The index of the current row; -1 where none is shown. */
  readonly index: number;
  /** The keys of the selected rows, also of those that are not shown now. */
  readonly selected: ReadonlySet<string>;
  /** Where one was when something else was shown, by the name of what was shown. */
  readonly places: ReadonlyMap<string, Place>;
}

/** Places of so many showings are kept; each letter of a filter is one. */
const MOST_PLACES = 50;

/** Begins at the first row. */
export function startDesk(waiting: Waiting, showing: Showing): Desk {
  const shown = showing.pick(waiting.rows);
  return { waiting, showing, shown, index: firstOf(shown), selected: new Set(), places: new Map() };
}

/** The current row; undefined where none is shown. */
export function currentRow({ shown, index }: Desk): ProposalRow | undefined {
  return shown.item(index);
}

/** The rows that a press is for: the selected ones that are shown, else the current one. */
export function targetsOf(desk: Desk): readonly ProposalRow[] {
  const chosen = selectedRows(desk);
  const current = currentRow(desk);
  return chosen.length > 0 || current === undefined ? chosen : [current];
}

/** Other rows wait. `renamed` and `marks` are those of the presses. */
export function withRows(
  desk: Desk,
  waiting: Waiting,
  renamed: ReadonlyMap<string, string>,
  marks: ReadonlyMap<string, string>,
): Desk {
  if (waiting === desk.waiting) return desk;
  const shown = desk.showing.pick(waiting.rows);
  const next = { ...desk, waiting, shown };
  return { ...next, index: placeIn(next, placeOf(desk), { renamed, marks }) };
}

/** Something else is shown: from its first row on, or where one was in it before. */
export function withShowing(desk: Desk, showing: Showing): Desk {
  const places = new Map(desk.places);
  places.delete(desk.showing.name);
  places.set(desk.showing.name, placeOf(desk));
  if (places.size > MOST_PLACES) places.delete(places.keys().next().value!);
  const shown = showing.pick(desk.waiting.rows);
  const place = places.get(showing.name);
  const next = { ...desk, showing, shown, places };
  return { ...next, index: place === undefined ? firstOf(shown) : placeIn(next, place, {}) };
}

/** Another row is current; the first or the last one where the index is beyond them. */
export function moveTo(desk: Desk, index: number): Desk {
  const target = Math.max(firstOf(desk.shown), Math.min(index, desk.shown.length - 1));
  return target === desk.index ? desk : { ...desk, index: target };
}

/** The first of these rows that is shown becomes current. */
export function goToFirst(desk: Desk, keys: ReadonlySet<string>): Desk {
  const indexes = [...keys].map((key) => indexOf(desk, key)).filter((index) => index >= 0);
  return indexes.length === 0
    ? desk
    : moveTo(
        desk,
        indexes.reduce((a, b) => Math.min(a, b)),
      );
}

/**
 * These rows are about to go: they are not selected any more, and the first of them is where one is, so that the row
 * that takes its place is the next current one.
 */
export function leaveRows(desk: Desk, rows: readonly ProposalRow[]): Desk {
  const keys = new Set(rows.map(({ key }) => key));
  const selected =
    desk.selected.size === 0 ? desk.selected : new Set([...desk.selected].filter((key) => !keys.has(key)));
  return goToFirst({ ...desk, selected }, keys);
}

/** Selects a row, or takes it out of the selection. */
export function toggle(desk: Desk, key: string): Desk {
  const selected = new Set(desk.selected);
  if (!selected.delete(key)) selected.add(key);
  return { ...desk, selected };
}

/** Selects from the current row up to this one, which becomes current. */
export function extendTo(desk: Desk, index: number): Desk {
  const moved = moveTo(desk, index);
  const [from, to] = [Math.min(desk.index, moved.index), Math.max(desk.index, moved.index)];
  return { ...moved, selected: new Set([...desk.selected, ...desk.shown.slice(from, to + 1).map(({ key }) => key)]) };
}

/** Selects all rows that are shown. */
export function selectAll(desk: Desk): Desk {
  return { ...desk, selected: new Set([...desk.selected, ...[...desk.shown].map(({ key }) => key)]) };
}

/** Selects nothing. */
export function clearSelection(desk: Desk): Desk {
  return desk.selected.size === 0 ? desk : { ...desk, selected: new Set() };
}

/** How many of the rows that are shown are selected. */
export function countSelected(desk: Desk): number {
  return selectedRows(desk).length;
}

/** The rows that are shown and selected, in their order. */
function selectedRows(desk: Desk): readonly ProposalRow[] {
  const indexes = [...desk.selected].map((key) => indexOf(desk, key)).filter((index) => index >= 0);
  return indexes.sort((a, b) => a - b).map((index) => desk.shown.item(index)!);
}

/** Where a row is shown, by its key; -1 where it is not. */
function indexOf({ waiting, shown }: Pick<Desk, 'waiting' | 'shown'>, key: string): number {
  const row = rowAt(waiting, key);
  return row === undefined ? -1 : shown.indexOf(row);
}

function placeOf({ shown, index }: Desk): Place {
  return { rows: shown, index };
}

function firstOf(rows: Rows): number {
  return rows.length === 0 ? -1 : 0;
}

interface Changes {
  readonly renamed?: ReadonlyMap<string, string>;
  readonly marks?: ReadonlyMap<string, string>;
}

/**
 * Where one is in other rows: at the same row; where it is gone, at the one that stands in its place between those that
 * stood around it, else at the next one that is left, else at the last. A row that came back with a mark is none to be
 * led to.
 */
function placeIn(
  desk: Pick<Desk, 'waiting' | 'shown'>,
  { rows: old, index }: Place,
  { renamed, marks }: Changes,
): number {
  const { shown: rows } = desk;
  if (rows.length === 0 || index < 0) return firstOf(rows);
  const keyAt = (at: number): string => {
    const { key } = old.item(at)!;
    return renamed?.get(key) ?? key;
  };
  if (rows.item(index)?.key === keyAt(index)) return index;
  let next = rows.length;
  for (let at = index; at < old.length; at++) {
    const found = indexOf(desk, keyAt(at));
    if (found < 0) continue;
    if (at === index) return found;
    next = found;
    break;
  }
  let previous = -1;
  for (let at = index - 1; at >= 0; at--) {
    const found = indexOf(desk, keyAt(at));
    if (found < 0) continue;
    previous = found;
    break;
  }
  const between = rows.item(previous + 1);
  if (next - previous === 2 && between !== undefined && marks?.has(between.key) !== true) return previous + 1;
  return next < rows.length ? next : Math.max(0, previous);
}
