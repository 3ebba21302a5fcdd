import { useMemo, useRef, useState } from 'preact/hooks';

/** Which row has the focus, and which are selected. */
export interface Cursor {
  /** The index of the row with the focus; -1 where there is no row. */
  readonly index: number;
  readonly selected: ReadonlySet<string>;
  moveTo(index: number): void;
  /** Brings the focus to the row of this key. */
  goTo(key: string): void;
  /** Selects a row, or takes it out. */
  toggle(key: string): void;
  /** Selects from the row with the focus up to this one. */
  extendTo(index: number): void;
  clear(): void;
  /** Takes rows out of the selection: they were decided. */
  leave(keys: ReadonlySet<string>): void;
}

/**
 * Follows the focus by the row's key. When the row goes (it was decided, or changed outside), the one that took its
 * place has the focus, so that the list can be worked through from top to bottom.
 */
export function useCursor(keys: readonly string[]): Cursor {
  const latest = useRef({ keys, key: '', index: 0 });
  const [, redraw] = useState({});
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const known = keys.indexOf(latest.current.key);
  const index = known !== -1 ? known : Math.min(latest.current.index, keys.length - 1);
  latest.current = { keys, key: keys[index] ?? '', index: Math.max(0, index) };
  // Rows keep these functions for longer than one drawing, so they look at what is latest.
  const moveTo = (next: number): void => {
    const { keys: all } = latest.current;
    const target = Math.max(0, Math.min(next, all.length - 1));
    latest.current = { keys: all, key: all[target] ?? '', index: target };
    redraw({});
  };
  return {
    index,
    selected: useMemo(() => present(selected, keys), [selected, keys]),
    moveTo,
    goTo(key) {
      latest.current = { ...latest.current, key };
      redraw({});
    },
    toggle: (key) => setSelected((before) => toggled(before, key)),
    extendTo(target) {
      const { keys: all, index: start } = latest.current;
      setSelected((before) => new Set([...before, ...all.slice(Math.min(start, target), Math.max(start, target) + 1)]));
      moveTo(target);
    },
    clear: () => setSelected(new Set()),
    leave: (gone) => setSelected((before) => new Set([...before].filter((key) => !gone.has(key)))),
  };
}

/** Those of the selected rows that are there; most of the time none is selected, whatever their number. */
function present(selected: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  if (selected.size === 0) return selected;
  const all = new Set(keys);
  return new Set([...selected].filter((key) => all.has(key)));
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
