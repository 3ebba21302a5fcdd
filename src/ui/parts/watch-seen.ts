import { lastOf } from '../../core/base/last-of';

/** What is drawn when it is seen is made ready a little before it is scrolled into view. */
const MARGIN = '200px';

/**
 * Tells whether an element can be seen, now and whenever that changes, in whatever window it is; the function that
 * comes back ends that.
 */
export function watchSeen(element: HTMLElement, tell: (isSeen: boolean) => void): () => void {
  let observer: IntersectionObserver | null = null;
  const watch = (): void => {
    observer?.disconnect();
    const { IntersectionObserver } = element.win as Window & {
      readonly IntersectionObserver: typeof window.IntersectionObserver;
    };
    observer = new IntersectionObserver((entries) => tell(lastOf(entries)!.isIntersecting), { rootMargin: MARGIN });
    observer.observe(element);
  };
  watch();
  const stop = element.onWindowMigrated(watch);
  return () => {
    stop();
    observer?.disconnect();
  };
}
