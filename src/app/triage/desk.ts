import type { ProposalRow } from '../../core/triage/rows';

/** What is shown of the rows that wait. Two of the same name show the same of them. */
export interface Showing {
  readonly name: string;
  readonly pick: (waiting: readonly ProposalRow[]) => readonly ProposalRow[];
}

/** A row in a list, and the list, so that it is known what stood around it once it is gone. */
interface Place {
  readonly rows: readonly ProposalRow[];
  readonly index: number;
}

/** What somebody works at: the rows that are shown, which of them is current, and which are selected. */
export interface Desk {
  readonly waiting: readonly ProposalRow[];
  readonly showing: Showing;
  readonly shown: readonly ProposalRow[];
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
export function startDesk(waiting: readonly ProposalRow[], showing: Showing): Desk {
  const shown = showing.pick(waiting);
  return { waiting, showing, shown, index: firstOf(shown), selected: new Set(), places: new Map() };
}

/** The current row; undefined where none is shown. */
export function currentRow({ shown, index }: Desk): ProposalRow | undefined {
  return shown[index];
}

/** The rows that a press is for: the selected ones that are shown, else the current one. */
export function targetsOf(desk: Desk): readonly ProposalRow[] {
  const { shown, selected } = desk;
  const chosen = selected.size === 0 ? [] : shown.filter(({ key }) => selected.has(key));
  const current = currentRow(desk);
  return chosen.length > 0 || current === undefined ? chosen : [current];
}

/** Other rows wait. `renamed` and `marks` are those of the presses. */
export function withRows(
  desk: Desk,
  waiting: readonly ProposalRow[],
  renamed: ReadonlyMap<string, string>,
  marks: ReadonlyMap<string, string>,
): Desk {
  if (waiting === desk.waiting) return desk;
  const shown = desk.showing.pick(waiting);
  return { ...desk, waiting, shown, index: placeIn(shown, placeOf(desk), { renamed, marks }) };
}

/** Something else is shown: from its first row on, or where one was in it before. */
export function withShowing(desk: Desk, showing: Showing): Desk {
  const places = new Map(desk.places);
  places.delete(desk.showing.name);
  places.set(desk.showing.name, placeOf(desk));
  if (places.size > MOST_PLACES) places.delete(places.keys().next().value!);
  const shown = showing.pick(desk.waiting);
  const place = places.get(showing.name);
  return { ...desk, showing, shown, places, index: place === undefined ? firstOf(shown) : placeIn(shown, place, {}) };
}

/** Another row is current; the first or the last one where the index is beyond them. */
export function moveTo(desk: Desk, index: number): Desk {
  const target = Math.max(firstOf(desk.shown), Math.min(index, desk.shown.length - 1));
  return target === desk.index ? desk : { ...desk, index: target };
}

/** The first of these rows that is shown becomes current. */
export function goToFirst(desk: Desk, keys: ReadonlySet<string>): Desk {
  const index = desk.shown.findIndex(({ key }) => keys.has(key));
  return index < 0 ? desk : moveTo(desk, index);
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
  return { ...desk, selected: new Set([...desk.selected, ...desk.shown.map(({ key }) => key)]) };
}

/** Selects nothing. */
export function clearSelection(desk: Desk): Desk {
  return desk.selected.size === 0 ? desk : { ...desk, selected: new Set() };
}

/** How many of the rows that are shown are selected. */
export function countSelected({ shown, selected }: Desk): number {
  return selected.size === 0 ? 0 : shown.reduce((sum, { key }) => sum + Number(selected.has(key)), 0);
}

function placeOf({ shown, index }: Desk): Place {
  return { rows: shown, index };
}

function firstOf(rows: readonly ProposalRow[]): number {
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
function placeIn(rows: readonly ProposalRow[], { rows: old, index }: Place, { renamed, marks }: Changes): number {
  if (rows.length === 0 || index < 0) return firstOf(rows);
  const keyAt = (at: number): string => renamed?.get(old[at]!.key) ?? old[at]!.key;
  if (rows[index]?.key === keyAt(index)) return index;
  const places = new Map(rows.map(({ key }, at) => [key, at]));
  let next = rows.length;
  for (let at = index; at < old.length; at++) {
    const found = places.get(keyAt(at));
    if (found === undefined) continue;
    if (at === index) return found;
    next = found;
    break;
  }
  let previous = -1;
  for (let at = index - 1; at >= 0; at--) {
    const found = places.get(keyAt(at));
    if (found === undefined) continue;
    previous = found;
    break;
  }
  const between = rows[previous + 1];
  if (next - previous === 2 && between !== undefined && marks?.has(between.key) !== true) return previous + 1;
  return next < rows.length ? next : Math.max(0, previous);
}
