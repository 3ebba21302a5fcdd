/**
 * jsdom lays nothing out, so it lacks what asks for a layout. The editor asks: here everything is nowhere. A browser
 * has all of it.
 */
export function fillJsdomGaps(win: Window & typeof globalThis): void {
  const nowhere = (): DOMRect => ({
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    top: 0,
    left: 0,
    right: 0,
    bottom: 0,
    toJSON: () => ({}),
  });
  const missing: readonly (readonly [object, string, unknown])[] = [
    [win.Range.prototype, 'getClientRects', () => []],
    [win.Range.prototype, 'getBoundingClientRect', nowhere],
    [win.Element.prototype, 'scrollIntoView', () => undefined],
    [win, 'ResizeObserver', Unsized],
  ];
  for (const [target, name, value] of missing) {
    if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
}

/** Where nothing is laid out, no size ever changes. */
class Unsized {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
