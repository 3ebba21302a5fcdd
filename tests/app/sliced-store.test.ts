import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Steps } from '../../src/core/base/steps';
import { timers } from '../../src/host/pace';
import { createStore } from '../../src/core/base/store';
import { deriveInSlices, type InSlices } from '../../src/app/sliced-store';

/** Lets something else happen after each step. */
function slicesWith(meanwhile: () => void): InSlices {
  return async (steps, isOver) => {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await Promise.resolve();
      meanwhile();
      if (isOver()) return null;
    }
  };
}

const fail = (error: unknown): void => {
  throw error;
};

describe('a store that is made in slices', () => {
  it('holds in the end what is made of the others as they are, whenever they changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.nat(9)), { maxLength: 12 }),
        fc.nat(5),
        async (changes, steps) => {
          const [a, b] = [createStore(0, { onError: fail }), createStore(0, { onError: fail })];
          const left = [...changes];
          const change = (): void => {
            const next = left.pop();
            if (next !== undefined) (next[0] ? a : b).set(next[1]);
          };
          const sum = deriveInSlices(
            [a, b],
            function* (one, other): Steps<readonly number[]> {
              for (let step = 0; step < steps; step++) yield;
              return [one, other];
            },
            { initial: [], timers, inSlices: slicesWith(change), onError: fail },
          );
          expect(sum.get()).toEqual([]);
          await sum.settled();
          for (; left.length > 0; await sum.settled()) change();
          expect(sum.get()).toEqual([a.get(), b.get()]);
          sum.stop();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes on, however often the others change meanwhile, and tells each value that was made', async () => {
    const source = createStore(0, { onError: fail });
    const told: number[] = [];
    const followed = deriveInSlices(
      [source],
      function* (value): Steps<number> {
        yield;
        return value;
      },
      {
        initial: -1,
        timers,
        inSlices: slicesWith(() => source.get() < 3 && source.set(source.get() + 1)),
        onError: fail,
      },
    );
    followed.subscribe((value) => told.push(value));
    await followed.settled();
    expect(told).toEqual([0, 1, 2, 3]);
    followed.stop();
  });

  it('tells what failed, and is made again with the next change', async () => {
    const source = createStore('bad', { onError: fail });
    const errors: unknown[] = [];
    const followed = deriveInSlices(
      [source],
      // eslint-disable-next-line require-yield -- work of one step is work, too
      function* (value): Steps<string> {
        if (value === 'bad') throw new Error(value);
        return value;
      },
      { initial: 'none', timers, inSlices: slicesWith(() => undefined), onError: (error) => errors.push(error) },
    );
    await followed.settled();
    expect([followed.get(), String(errors)]).toEqual(['none', 'Error: bad']);
    source.set('good');
    await followed.settled();
    expect(followed.get()).toBe('good');
    followed.stop();
  });

  it('changes no more once it is stopped, also in the midst of a slice', async () => {
    const source = createStore(1, { onError: fail });
    const followed = deriveInSlices(
      [source],
      function* (value): Steps<number> {
        yield;
        return value;
      },
      { initial: 0, timers, inSlices: slicesWith(() => followed.stop()), onError: fail },
    );
    await followed.settled();
    source.set(2);
    await followed.settled();
    expect(followed.get()).toBe(0);
  });

  it('is made in a task of its own, once for all changes until then, and not at all where it was stopped before', async () => {
    const source = createStore(0, { onError: fail });
    const makings: number[] = [];
    const follow = () =>
      deriveInSlices(
        [source],
        // eslint-disable-next-line require-yield -- work of one step is work, too
        function* (value): Steps<null> {
          makings.push(value);
          return null;
        },
        { initial: 'nothing yet', timers, inSlices: slicesWith(() => undefined), onError: fail },
      );
    const followed = follow();
    source.set(1);
    source.set(2);
    await Promise.resolve();
    expect(makings).toEqual([]);
    await followed.settled();
    expect([makings, followed.get()]).toEqual([[2], null]);
    followed.stop();
    const stopped = follow();
    stopped.stop();
    await stopped.settled();
    expect([makings, stopped.get()]).toEqual([[2], 'nothing yet']);
  });
});
