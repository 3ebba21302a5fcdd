import { expect, it } from '@jest/globals';
import { oneByOne } from '../../../src/core/base/one-by-one';

it('work begins when what was asked for before it has ended, also where that failed, and each tells its own end', async () => {
  const inTurn = oneByOne();
  const said: string[] = [];
  const work = (name: string, fails = false) =>
    inTurn(async () => {
      said.push(`${name} begins`);
      await Promise.resolve();
      said.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  expect(await Promise.allSettled([work('a'), work('b', true), work('c')])).toMatchObject([
    { value: 'a' },
    { reason: { message: 'b' } },
    { value: 'c' },
  ]);
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
