import './database';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startHost, type HostParts } from './host-parts';
import { accept, fileText } from './open-notes';
import { installVirtualTime, type VirtualTime } from './virtual-time';

const BEST = '#type/customer\n- [?] Send it. #proposed\n';
const COPY = '#type/customer\n- [?] Send that. #proposed\n- [?] Call. #proposed\n';
const [best] = accept('Best.md', BEST);
const copies = accept('Copy.md', COPY);
const action = {
  label: 'Accept',
  notes: [
    { path: 'Best.md', edits: [best!] },
    { path: 'Copy.md', edits: copies },
  ],
  follows: new Map([[copies[0]!, best!]]),
  decided: 1,
};

let time: VirtualTime;
let host: HostParts;

beforeEach(async () => {
  time = installVirtualTime();
  host = startHost({ files: { 'Best.md': BEST, 'Copy.md': COPY }, database: crypto.randomUUID() });
  await time.advance(200);
});
afterEach(() => {
  host.unload();
  time.end();
});

test('copies are written with their best line', async () => {
  expect(await host.actions.run(action)).toMatchObject({ written: 3, refusals: [] });
  expect(host.journal.entries.get()).toMatchObject([{ decided: 1 }]);
});

test('a copy is left alone when its best line changed before, and the other lines of its note are written', async () => {
  host.app.doors.outside.write('Best.md', BEST.replace('Send it.', 'Send it to Ilse.'));
  await time.advance(200);
  const report = await host.actions.run(action);
  expect(report.refusals.map(({ path }) => path)).toEqual(['Best.md', 'Copy.md']);
  expect(fileText(host, 'Copy.md')).toBe('#type/customer\n- [?] Send that. #proposed\n- [ ] Call.\n');
  expect(
    host.journal.entries
      .get()[0]!
      .notes.map(({ path, state, outcomes }) => [path, state, outcomes.map(({ ok }) => ok)]),
  ).toEqual([
    ['Best.md', 'refused', [false]],
    ['Copy.md', 'done', [false, true]],
  ]);
});

test('a copy is left alone when its best line fails only as it is written, and the journal says so', async () => {
  host.app.doors.faults.write((path) => (path === 'Best.md' ? new Error('EIO: i/o error') : null));
  const report = await host.actions.run(action);
  expect(report.written).toBe(1);
  expect(report.refusals.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(/^“Best” was not written/),
    '“Send that. #proposed” was left as it is: the line that it is a copy of was not written.',
  ]);
  expect(fileText(host, 'Copy.md')).toBe('#type/customer\n- [?] Send that. #proposed\n- [ ] Call.\n');
  expect(
    host.journal.entries.get()[0]!.notes.map(({ state, outcomes }) => [state, outcomes.map(({ ok }) => ok)]),
  ).toEqual([
    ['failed', []],
    ['done', [false, true]],
  ]);
  host.app.doors.faults.clear();
  expect(await host.actions.undo()).toMatchObject({ written: 1 });
  expect(fileText(host, 'Copy.md')).toBe(COPY);
});
