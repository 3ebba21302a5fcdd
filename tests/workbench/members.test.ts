import { expect, test } from '@jest/globals';
import type * as contract from 'obsidian';
import type * as standIn from '../../scripts/workbench/obsidian/index';

type Instance<T> = T extends abstract new (...given: never[]) => infer I ? I : never;

/** The adapters are there for `instanceof` alone. */
type Checked = Exclude<keyof typeof contract & keyof typeof standIn, 'CapacitorAdapter' | 'FileSystemAdapter'>;

type Keys<T> = [T] extends [never] ? never : keyof T;

/** The public members of each class of obsidian.d.ts that the class of the same name lacks. */
type Missing = {
  [K in Checked]: Exclude<Keys<Instance<(typeof contract)[K]>>, Keys<Instance<(typeof standIn)[K]>>>;
}[Checked];

test('every class has all public members of obsidian.d.ts', () => {
  // The compiler checks it: with a member missing, `true` is not assignable.
  const complete: [Missing] extends [never] ? true : Missing = true;
  expect(complete).toBe(true);
});
