import { setImmediate } from 'node:timers';

/** The time of a test: it stands still until it is told to go on, and no timer runs but then. */
export interface VirtualTime {
  now(): number;
  /** Lets this many milliseconds go by, with all timers that come due. */
  advance(ms: number): Promise<void>;
  /** Waits until all that does not wait for time has run; the database, too. */
  idle(): Promise<void>;
  /** How many timers wait. */
  waiting(): number;
  /** Forgets all timers, as the end of an app does. */
  forgetTimers(): void;
  /** Gives the clock back. */
  end(): void;
}

interface Timer {
  readonly due: number;
  readonly every: number | null;
  readonly run: () => void;
}

/** Rounds of the event loop that a chain of database requests takes at most. */
const IDLE_ROUNDS = 12;
const FRAME_MS = 16;

/** Takes over the clock and the timers of Node and of the window. Starts at a day in November 2026. */
export function installVirtualTime(start = Date.UTC(2026, 10, 23, 9)): VirtualTime {
  let now = start;
  let nextId = 1;
  const timers = new Map<number, Timer>();
  const add = (run: () => void, ms: unknown, repeats: boolean): number => {
    const every = Math.max(0, Number(ms) || 0);
    timers.set(nextId, { due: now + every, every: repeats ? Math.max(1, every) : null, run });
    return nextId++;
  };
  const remove = (id: unknown): void => void timers.delete(id as number);
  const replacements: Readonly<Record<string, unknown>> = {
    setTimeout: (run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) =>
      add(() => run(...given), ms, false),
    setInterval: (run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) =>
      add(() => run(...given), ms, true),
    clearTimeout: remove,
    clearInterval: remove,
    requestAnimationFrame: (run: (at: number) => void) => add(() => run(now - start), FRAME_MS, false),
    cancelAnimationFrame: remove,
  };
  const restores = [...new Set<object>([globalThis, document.defaultView!])].map((place) =>
    replace(place, replacements),
  );
  restores.push(replace(Date, { now: () => now }), replace(performance, { now: () => now - start }));

  const idle = async (): Promise<void> => {
    for (let round = 0; round < IDLE_ROUNDS; round++) await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return {
    now: () => now,
    async advance(ms) {
      const until = now + ms;
      for (;;) {
        const next = [...timers]
          .filter(([, { due }]) => due <= until)
          .sort(([a, first], [b, second]) => first.due - second.due || a - b)[0];
        if (next === undefined) break;
        const [id, { due, every, run }] = next;
        now = Math.max(now, due);
        if (every === null) timers.delete(id);
        else timers.set(id, { due: now + every, every, run });
        run();
        // What the timer began goes on before the next one comes.
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
      now = until;
      await idle();
    },
    idle,
    waiting: () => timers.size,
    forgetTimers: () => timers.clear(),
    end: () => restores.forEach((restore) => restore()),
  };
}

function replace(place: object, replacements: Readonly<Record<string, unknown>>): () => void {
  const own = Object.keys(replacements).map((name) => [name, Object.getOwnPropertyDescriptor(place, name)] as const);
  for (const [name, value] of Object.entries(replacements))
    Object.defineProperty(place, name, { value, configurable: true, writable: true });
  return () => {
    for (const [name, descriptor] of own) {
      if (descriptor === undefined) Reflect.deleteProperty(place, name);
      else Object.defineProperty(place, name, descriptor);
    }
  };
}
