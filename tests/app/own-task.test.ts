import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createStore, type WritableStore } from '../../src/core/base/store';
import { inOwnTask, type LaterStore } from '../../src/app/own-task';
import { timers } from '../../src/host/pace';
import { installVirtualTime, type VirtualTime } from '../host/virtual-time';

const fail = (error: unknown): void => {
  throw error;
};

let time: VirtualTime;
let source: WritableStore<number>;
let later: LaterStore<number>;
const told: [number, number][] = [];

beforeEach(() => {
  time = installVirtualTime(0);
  source = createStore(0, { onError: fail });
  later = inOwnTask(source, timers, { onError: fail });
  told.length = 0;
  later.subscribe((value) => told.push([time.now(), value]));
});
afterEach(() => {
  later.stop();
  time.end();
});

/** A change every 100 milliseconds, from now on. */
async function changes(count: number): Promise<void> {
  for (let change = 0; change < count; change++) {
    source.set(source.get() + 1);
    await time.advance(100);
  }
}

describe('a store that follows another one a task later', () => {
  it('tells changes of one task as one, in the next', async () => {
    source.set(1);
    source.set(2);
    expect(told).toEqual([]);
    await time.advance(0);
    expect(told).toEqual([[0, 2]]);
  });

  it('tells many changes twice a second where it is slow, the first of them at once', async () => {
    later.setSlow(true);
    await changes(8);
    await time.advance(1000);
    expect(told).toEqual([
      [0, 1],
      [500, 5],
      [1000, 8],
    ]);
    await changes(1);
    expect(told.at(-1)).toEqual([1800, 9]);
  });

  it('tells what waits as soon as it is slow no more', async () => {
    later.setSlow(true);
    await changes(3);
    later.setSlow(false);
    await time.advance(0);
    expect(told).toEqual([
      [0, 1],
      [300, 3],
    ]);
  });

  it('is settled once nothing waits, also where it is stopped before', async () => {
    const settled: string[] = [];
    void later.settled().then(() => settled.push('at once'));
    await time.idle();
    expect(settled).toEqual(['at once']);
    source.set(1);
    void later.settled().then(() => settled.push('told'));
    await time.idle();
    expect(settled).toEqual(['at once']);
    await time.advance(0);
    expect(settled).toEqual(['at once', 'told']);
    source.set(2);
    void later.settled().then(() => settled.push('stopped'));
    later.stop();
    await time.idle();
    expect([settled.at(-1), later.get()]).toEqual(['stopped', 1]);
  });
});
