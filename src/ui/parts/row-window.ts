import { RowPlaces, type MeasuredRow } from './row-places';

/** A row that is drawn, and how far below the start of the list, in pixels. */
export interface DrawnRow {
  readonly index: number;
  readonly start: number;
}

/** Rows that are drawn beyond what can be seen, above and below. */
const BEYOND = 4;
/** A list that was flung with a finger rests once it has not moved for so long. */
const REST_MS = 150;

/**
 * The part of a long list that is drawn: what can be seen of it, wherever one scrolls to. Rows are measured once they
 * are drawn. Where one above what is seen is not as high as it was thought to be, the list is scrolled by as much, so
 * that nothing is seen to move. A finger that moves the list is never interfered with, which would stop the list: until
 * it rests, the rows are drawn that much higher instead.
 */
export class RowWindow {
  private readonly places: RowPlaces;
  private list: HTMLElement | null = null;
  private readonly rows = new Set<HTMLElement>();
  private observer: ResizeObserver | null = null;
  private isOver = false;
  private unlisten = (): void => undefined;
  /**
   * How far the list is scrolled, how high it is (until that is known, it is not higher than the window), and how far
   * it is yet to be scrolled because of rows above.
   */
  private top = 0;
  private view = activeWindow.innerHeight;
  private owed = 0;
  private shown: readonly [first: number, last: number] = NOTHING;
  private sought: number | null = null;
  private fingers = 0;
  private rest: number | null = null;

  constructor(
    estimate: number,
    private readonly redraw: () => void,
  ) {
    this.places = new RowPlaces(estimate);
  }

  /** The height of all rows. */
  get height(): number {
    return this.places.height;
  }

  /** The rows to draw of those that there are; `kept` is one that is drawn wherever one scrolls to, or -1. */
  draw(count: number, keyOf: (index: number) => string, kept: number): readonly DrawnRow[] {
    this.places.setRows(count, keyOf);
    this.shown = this.seen();
    const [first, last] = this.shown;
    if (last < first) return [];
    const from = Math.max(0, first - BEYOND);
    const to = Math.min(count - 1, last + BEYOND);
    const indexes = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    if (kept >= 0 && kept < from) indexes.unshift(kept);
    else if (kept > to && kept < count) indexes.push(kept);
    const higher = this.isHeld ? this.owed : 0;
    return indexes.map((index) => ({ index, start: this.places.startOf(index) - higher }));
  }

  /** Takes the element of a row that is drawn. */
  readonly take = (row: HTMLElement | null): void => {
    if (row === null) return;
    this.rows.add(row);
    this.observer?.observe(row);
  };

  /** To be called whenever something was drawn. */
  settle(list: HTMLElement | null): void {
    if (this.list === null && list !== null) {
      this.watch(list);
      // The observer is told what all of it measures before it is painted; to ask for that now would only hold the
      // screen.
      if (this.sought === null) return;
    }
    if (this.list === null) return;
    this.forgetGone();
    // Else the observer tells what new rows measure before they are painted: to ask for that now would hold the screen.
    if (this.sought !== null && this.isInSight(this.sought)) this.sought = null;
    if (this.sought !== null && this.measureNew()) return;
    if (!this.isHeld) this.pay(this.list);
    if (this.sought !== null && !this.seek(this.list, this.sought)) this.sought = null;
  }

  /**
   * Scrolls to a row, no further than it must; of one that is higher than the list, the start is shown. One that is far
   * away is sought until the rows around it, which are then drawn for the first time, are measured, too.
   */
  reveal(index: number): void {
    this.sought = index;
    this.redraw();
  }

  end(): void {
    this.isOver = true;
    this.unlisten();
    this.observer?.disconnect();
    this.list?.win.clearTimeout(this.rest ?? undefined);
  }

  private watch(list: HTMLElement): void {
    this.list = list;
    const options = { passive: true };
    const onScroll = (): void => {
      this.top = list.scrollTop;
      if (this.rest !== null) this.awaitRest(list);
      this.look();
    };
    list.addEventListener('scroll', onScroll, options);
    const onTouch = ({ type, target, touches }: TouchEvent): void => {
      if (this.isOver) return;
      // The row under the finger may be scrolled away; then the end of the touch is told to nobody else.
      if (type === 'touchstart')
        for (const end of ['touchend', 'touchcancel'] as const)
          target!.addEventListener(end, onTouch as EventListener, options);
      this.fingers = touches.length;
      this.awaitRest(list);
    };
    list.addEventListener('touchstart', onTouch, options);
    this.unlisten = () => {
      list.removeEventListener('scroll', onScroll);
      list.removeEventListener('touchstart', onTouch);
    };
    const { ResizeObserver } = list.win as Window & Pick<typeof window, 'ResizeObserver'>;
    this.observer = new ResizeObserver((entries) => {
      this.lookAt(list);
      this.place(
        entries
          .filter(({ target }) => target !== list && target.isConnected)
          .map(({ target }) => ({
            index: indexOf(target as HTMLElement),
            size: target.getBoundingClientRect().height,
          })),
      );
    });
    for (const seen of [list, ...this.rows]) this.observer.observe(seen);
  }

  /** Whether a finger moves the list, or did so last. */
  private get isHeld(): boolean {
    return this.sought === null && (this.fingers > 0 || this.rest !== null);
  }

  private awaitRest(list: HTMLElement): void {
    list.win.clearTimeout(this.rest ?? undefined);
    this.rest = list.win.setTimeout(() => {
      this.rest = null;
      if (this.owed !== 0) this.redraw();
    }, REST_MS);
  }

  /** A list that is hidden has no height; it stays as it was. */
  private lookAt({ clientHeight }: HTMLElement): void {
    if (clientHeight > 0) this.view = clientHeight;
    this.look();
  }

  private look(): void {
    const [first, last] = this.seen();
    if (first !== this.shown[0] || last !== this.shown[1]) this.redraw();
  }

  /** The first and the last row that can be seen. */
  private seen(): readonly [first: number, last: number] {
    const { count, height } = this.places;
    if (this.view === 0 || count === 0) return NOTHING;
    const top = Math.min(this.top + this.owed, Math.max(0, height - this.view));
    return [this.places.rowAt(top), this.places.rowAt(top + this.view)];
  }

  /** Measures the rows that are drawn for the first time; whether one was not as high as it was thought to be. */
  private measureNew(): boolean {
    const fresh: MeasuredRow[] = [];
    for (const row of this.rows) {
      const index = indexOf(row);
      if (!this.places.isMeasured(index)) fresh.push({ index, size: row.getBoundingClientRect().height });
    }
    return this.place(fresh);
  }

  private forgetGone(): void {
    for (const row of this.rows) {
      if (row.isConnected) continue;
      this.rows.delete(row);
      this.observer?.unobserve(row);
    }
  }

  /** Whether all of a row can be seen, as far as that is known without asking the browser. */
  private isInSight(index: number): boolean {
    const { places, top, view, owed } = this;
    return (
      owed === 0 &&
      index < places.count &&
      places.isMeasured(index) &&
      places.startOf(index) >= top &&
      places.endOf(index) <= top + view
    );
  }

  /** Whether a row is not as high as it was known or thought to be. */
  private place(rows: readonly MeasuredRow[]): boolean {
    // What is hidden measures nothing.
    const moved = this.places.measure(
      rows.filter(({ index, size }) => index < this.places.count && size > 0),
      this.list!.scrollTop + this.owed,
    );
    if (moved === null) return false;
    this.owed += moved;
    this.redraw();
    return true;
  }

  /** Whether that scrolled the list. */
  private seek(list: HTMLElement, index: number): boolean {
    if (index >= this.places.count) return false;
    const { scrollTop, clientHeight } = list;
    const [start, end] = [this.places.startOf(index), this.places.endOf(index)];
    if (start < scrollTop) this.scrollTo(list, start);
    else if (end > scrollTop + clientHeight) this.scrollTo(list, Math.min(start, end - clientHeight));
    if (list.scrollTop === scrollTop) return false;
    this.redraw();
    return true;
  }

  private pay(list: HTMLElement): void {
    const { owed } = this;
    this.owed = 0;
    if (owed !== 0) this.scrollTo(list, list.scrollTop + owed);
  }

  private scrollTo(list: HTMLElement, top: number): void {
    list.scrollTop = top;
    this.top = list.scrollTop;
    this.look();
  }
}

const NOTHING = [0, -1] as const;

function indexOf(row: HTMLElement): number {
  return Number(row.getAttribute('data-index'));
}
