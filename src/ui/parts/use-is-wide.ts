import { useLayoutEffect, useState } from 'preact/hooks';

/** Whether an element is so wide, in pixels, as that changes. */
export function useIsWide(element: { readonly current: HTMLElement | null }, from: number): boolean {
  const [isWide, setWide] = useState(false);
  useLayoutEffect(() => {
    const measured = element.current!;
    const { ResizeObserver } = measured.win as Window & Pick<typeof window, 'ResizeObserver'>;
    const observer = new ResizeObserver(() => setWide(measured.clientWidth >= from));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [from]);
  return isWide;
}
