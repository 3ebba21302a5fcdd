import type { KeyAction } from '../triage/keys';

/** Marks the rows that one goes through by key. */
const ROWS = '[data-row]';
/** So many rows are passed at once. */
const PAGE = 10;

/** The rows that one goes through from this one on, in their order. */
function rowsAround(row: HTMLElement): readonly HTMLElement[] {
  const list = row.closest('[role=tabpanel]') ?? row.parentElement!;
  return [...list.querySelectorAll<HTMLElement>(ROWS)];
}

/** Puts the focus on the row that a key leads to; whether it is a key for that. */
export function moveByKey(row: HTMLElement, action: KeyAction | null): boolean {
  if (typeof action !== 'string') return false;
  const rows = rowsAround(row);
  const at = rows.indexOf(row);
  const last = rows.length - 1;
  const target = {
    next: at + 1,
    previous: at - 1,
    'page-down': at + PAGE,
    'page-up': at - PAGE,
    first: 0,
    last,
  }[action as string];
  if (target === undefined) return false;
  enter(rows[Math.max(0, Math.min(target, last))]!);
  return true;
}

/**
 * Goes on from a row that is decided, to the next one that is not: to the same button there, if it was pressed by its
 * button, so that the next press of it decides the next row.
 */
export function goOn(row: HTMLElement): void {
  if (!row.isConnected) return;
  const rows = rowsAround(row);
  const at = rows.indexOf(row);
  const isLeft = (other: HTMLElement): boolean => !other.hasClass('is-pending');
  const next = rows.slice(at + 1).find(isLeft) ?? rows.slice(0, at).reverse().find(isLeft);
  if (next === undefined) return;
  const { activeElement } = row.doc;
  const verb = row.contains(activeElement) ? activeElement?.getAttribute('data-verb') : null;
  enter(next);
  // Its buttons are drawn because it has the focus.
  if (verb != null)
    queueMicrotask(() => next.querySelector<HTMLElement>(`:scope > * > [data-verb="${verb}"]`)?.focus());
}

/** Puts the focus on the first row below an element, if there is one. */
export function enterRows(element: HTMLElement): void {
  const first = element.querySelector<HTMLElement>(ROWS);
  if (first !== null) enter(first);
}

function enter(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}
