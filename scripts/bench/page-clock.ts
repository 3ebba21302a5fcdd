/** How long something takes until what it changed is on the screen. */
export async function timeOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  await frame();
  return performance.now() - start;
}

/**
 * The longest time that nothing else could run while `work` goes on. What was left over before, such as by the reading
 * of the vault, is cleared away first: the browser does so when nothing else is to be done, which here would be in the
 * midst of something that is measured.
 */
export async function longestTaskOf(work: () => Promise<void>): Promise<number> {
  clearAway();
  const { port1, port2 } = new MessageChannel();
  const longest = await longestGap((next) => {
    port1.onmessage = next;
    port2.postMessage(null);
  }, work);
  port1.close();
  return longest;
}

/** The longest time between two frames while `work` goes on; what was left over before is cleared away first. */
export function longestFrameOf(work: () => Promise<void>): Promise<number> {
  clearAway();
  return longestGap((next) => void requestAnimationFrame(next), work);
}

/** The longest time between two calls of what is asked for again and again, by `ask`, while `work` goes on. */
async function longestGap(ask: (next: () => void) => void, work: () => Promise<void>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  let goesOn = true;
  const next = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (goesOn) ask(next);
  };
  ask(next);
  await work();
  await frame();
  goesOn = false;
  return longest;
}

/** Collects what is garbage; the browser is started so that a page can ask for that. */
function clearAway(): void {
  (window as unknown as { readonly gc: () => void }).gc();
}

/** Waits until the page was changed so that `holds`. */
export function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds()) return resolve();
    const observer = new MutationObserver(() => {
      if (!holds()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

/** Waits until the next frame was painted. */
export function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}

/** Waits for so many milliseconds. */
export function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

/** The first value of a store, from its next change on, that `holds`. */
export function firstOf<T>(
  store: { subscribe(listener: (value: T) => void): () => void },
  holds: (value: T) => boolean,
): Promise<T> {
  return new Promise((resolve) => {
    const stop = store.subscribe((value) => {
      if (!holds(value)) return;
      stop();
      resolve(value);
    });
  });
}

const SCROLL_STEPS = 200;

/**
 * Scrolls an element from top to bottom, a step a frame, and back to the top: the longest frame, and the most that
 * `count` said meanwhile.
 */
export async function scrollThrough(
  element: Element,
  count: () => number,
): Promise<{ readonly longestFrame: number; readonly most: number }> {
  let most = 0;
  const longestFrame = await longestFrameOf(async () => {
    for (let step = 0; step <= SCROLL_STEPS; step++) {
      element.scrollTop = (element.scrollHeight * step) / SCROLL_STEPS;
      await frame();
      most = Math.max(most, count());
    }
  });
  element.scrollTop = 0;
  await frame();
  return { longestFrame, most };
}
