import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { sameValue } from '../../../src/core/base/equal';
import { createStore, deriveStore } from '../../../src/core/base/store';

const onError = (error: unknown): never => {
  throw error;
};

describe('a store', () => {
  it('tells only of changes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 })), (values) => {
        const store = createStore(0, { onError });
        const told: number[] = [];
        store.subscribe((value) => told.push(value));
        values.forEach((value) => store.set(value));
        expect(told).toEqual(values.filter((value, index) => value !== (values[index - 1] ?? 0)));
        expect(store.get()).toBe(values.at(-1) ?? 0);
      }),
    );
  });

  it('takes values that say the same for no change, when asked to', () => {
    const listener = jest.fn();
    const store = createStore({ rows: [1] }, { equal: sameValue, onError });
    const before = store.get();
    store.subscribe(listener);
    store.set({ rows: [1] });
    expect(listener).not.toHaveBeenCalled();
    expect(store.get()).toBe(before);
  });

  it('does not call a listener after the end of its watch, even while a change is told', () => {
    const store = createStore(0, { onError });
    const second = jest.fn();
    const stops: (() => void)[] = [];
    store.subscribe(() => stops.forEach((stop) => stop()));
    stops.push(store.subscribe(second));
    store.set(1);
    expect(second).not.toHaveBeenCalled();
  });

  it('ends one watch alone where a listener watches twice', () => {
    const store = createStore(0, { onError });
    const listener = jest.fn();
    const stop = store.subscribe(listener);
    store.subscribe(listener);
    stop();
    stop();
    store.set(1);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('goes on when a listener throws, and reports it', () => {
    const errors: unknown[] = [];
    const store = createStore(0, { onError: (error) => errors.push(error) });
    const second = jest.fn();
    store.subscribe(() => {
      throw new Error('broken view');
    });
    store.subscribe(second);
    store.set(1);
    expect(second).toHaveBeenCalledWith(1);
    expect(errors).toEqual([new Error('broken view')]);
  });

  it('tells nobody an older value after a newer one, when a listener sets it', () => {
    const store = createStore(0, { onError });
    const told: number[] = [];
    store.subscribe((value) => {
      if (value === 1) store.set(2);
    });
    store.subscribe((value) => told.push(value));
    store.set(1);
    expect(told).toEqual([2]);
  });
});

describe('a derived store', () => {
  it('tells only when what was selected changed, and stops', () => {
    const a = createStore(1, { onError });
    const b = createStore(1, { onError });
    const sum = deriveStore([a, b], (x, y) => x + y, { onError });
    const told: number[] = [];
    sum.subscribe((value) => told.push(value));
    a.set(2);
    b.set(0);
    expect(sum.get()).toBe(2);
    b.set(5);
    sum.stop();
    a.set(100);
    expect(told).toEqual([3, 2, 7]);
    expect(sum.get()).toBe(7);
  });
});

describe('sameValue', () => {
  it('holds for copies and tells values apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(sameValue(a, structuredClone(a))).toBe(true);
        expect(sameValue(a, b)).toBe(sameValue(b, a));
        if (JSON.stringify(a) === JSON.stringify(b)) return;
        expect(sameValue([a], { 0: a })).toBe(false);
      }),
    );
    expect(sameValue({ a: undefined }, { b: undefined })).toBe(false);
    expect(sameValue([undefined], [])).toBe(false);
    expect(sameValue(null, {})).toBe(false);
    expect(sameValue(JSON.parse('{"__proto__": 1}'), {})).toBe(false);
  });
});
