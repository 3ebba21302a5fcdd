import './dom';

/** How far beyond the visible part is still near. */
const NEAR = '200%';

/**
 * Tells which elements in a scrolled one come near what is seen of it, and which are far. Where nothing is laid out (in
 * jsdom) all stays as it is.
 */
export class ViewportWatch {
  private readonly observer: IntersectionObserver | null;

  constructor(
    root: HTMLElement,
    private readonly onNear: (el: Element) => void,
    private readonly onFar: (el: Element) => void,
  ) {
    const Observer = (root.win as Window & Partial<typeof globalThis>).IntersectionObserver;
    this.observer = Observer ? new Observer((entries) => this.take(entries), { root, rootMargin: NEAR }) : null;
  }

  observe(el: Element): void {
    this.observer?.observe(el);
  }

  unobserve(el: Element): void {
    this.observer?.unobserve(el);
  }

  end(): void {
    this.observer?.disconnect();
  }

  private take(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, rootBounds, boundingClientRect } of entries) {
      if (isIntersecting) this.onNear(target);
      // A view that is not shown, as behind another tab, says nothing about what is near.
      else if ((rootBounds?.height ?? 0) > 0 && boundingClientRect.height > 0) this.onFar(target);
    }
  }
}
