import { useRef, useState } from 'preact/hooks';

/** Which way a row is swiped: right accepts, left dismisses. */
export type SwipeSide = 'right' | 'left';

/** A finger on a row. */
export interface Swipe {
  readonly startX: number;
  readonly startY: number;
  /** How far the row is moved to the right, in CSS pixels; 0 until it is a swipe. */
  readonly moved: number;
  readonly state: 'pressed' | 'swiping' | 'scrolling';
}

/** A finger moves so far before it is told whether it swipes or scrolls, in CSS pixels. */
const SLACK = 10;
/** A swipe is much more sideways than up or down. */
const SLANT = 2;
/** A row that is let go further out than this is decided. */
const FAR = 88;

/** A finger was put down. */
export function startSwipe(x: number, y: number): Swipe {
  return { startX: x, startY: y, moved: 0, state: 'pressed' };
}

/** The finger is here now. What scrolls, goes on scrolling, however sideways it turns. */
export function moveSwipe(swipe: Swipe, x: number, y: number): Swipe {
  const [dx, dy] = [x - swipe.startX, y - swipe.startY];
  if (swipe.state === 'scrolling') return swipe;
  if (swipe.state === 'swiping') return { ...swipe, moved: dx };
  if (Math.hypot(dx, dy) < SLACK) return swipe;
  return Math.abs(dx) > SLANT * Math.abs(dy)
    ? { ...swipe, moved: dx, state: 'swiping' }
    : { ...swipe, state: 'scrolling' };
}

/** What a row would be decided as if the finger were lifted now; null where it would spring back. */
export function sideOf({ state, moved }: Swipe): SwipeSide | null {
  if (state !== 'swiping' || Math.abs(moved) < FAR) return null;
  return moved > 0 ? 'right' : 'left';
}

/** What a row that can be swiped shows and listens to. */
export interface Swiping {
  readonly moved: number;
  readonly side: SwipeSide | null;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: () => void;
}

/** Follows a finger on a row, and says which way it was swiped. Mouse and pen press buttons. */
export function useSwipe(onSwipe: (side: SwipeSide) => void): Swiping {
  const held = useRef<Swipe | null>(null);
  const [shown, show] = useState<Swipe | null>(null);
  const set = (swipe: Swipe | null): void => {
    held.current = swipe;
    if (swipe === null || swipe.state === 'swiping') show(swipe);
  };
  return {
    moved: shown?.moved ?? 0,
    side: shown === null ? null : sideOf(shown),
    onPointerDown(event) {
      if (event.pointerType === 'touch' && event.isPrimary) set(startSwipe(event.clientX, event.clientY));
    },
    onPointerMove(event) {
      if (held.current === null || !event.isPrimary) return;
      const swipe = moveSwipe(held.current, event.clientX, event.clientY);
      if (swipe.state === 'swiping' && held.current.state === 'pressed')
        (event.currentTarget as Element).setPointerCapture(event.pointerId);
      set(swipe);
    },
    onPointerUp(event) {
      if (held.current === null || !event.isPrimary) return;
      const side = sideOf(moveSwipe(held.current, event.clientX, event.clientY));
      set(null);
      if (side !== null) onSwipe(side);
    },
    // The browser took the finger for its own: it scrolls.
    onPointerCancel: () => set(null),
  };
}
