import './database';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startHost, type HostParts } from './host-parts';
import { fileText } from './open-notes';
import { installVirtualTime, type VirtualTime } from './virtual-time';

const PAGE = { path: 'Customers/Blue Heron/README.md', edits: [], effect: { kind: 'create', text: '# Blue Heron\n' } } as const;
const action = { label: 'Create account “Blue Heron”', notes: [PAGE] };

let time: VirtualTime;
let host: HostParts;

beforeEach(async () => {
  time = installVirtualTime();
  host = startHost({ files: { 'A.md': '#type/customer\n' }, database: crypto.randomUUID() });
  await time.advance(200);
});
afterEach(() => {
  host.unload();
  time.end();
});

test('a new note comes with its folders, goes to the trash by undo, and comes back by taking that back', async () => {
  expect(await host.actions.run(action)).toMatchObject({ written: 1, refusals: [] });
  expect(fileText(host, PAGE.path)).toBe('# Blue Heron\n');
  const [created] = host.journal.entries.get();
  expect(await host.actions.undo()).toMatchObject({ written: 1, refusals: [] });
  expect(fileText(host, PAGE.path)).toBeNull();
  expect(await host.actions.undo()).toBeNull();
  expect(await host.actions.undo(host.journal.entries.get()[1]!.id)).toMatchObject({ written: 1 });
  expect(fileText(host, PAGE.path)).toBe('# Blue Heron\n');
  expect(created!.notes).toMatchObject([{ state: 'done', effect: { kind: 'create' } }]);
});

test('a note that is there already is not overwritten', async () => {
  host.app.doors.outside.write(PAGE.path, 'Mine.\n');
  await time.advance(200);
  const report = await host.actions.run(action);
  expect(report).toMatchObject({ written: 0 });
  expect(report.refusals.map(({ sentence }) => sentence)).toEqual(['“README” was not created: there is one at “Customers/Blue Heron/README.md” already, so use that one or choose another name.']);
  expect(fileText(host, PAGE.path)).toBe('Mine.\n');
});

test('a new note that somebody wrote in stays, and undo says so', async () => {
  await host.actions.run(action);
  host.app.doors.outside.write(PAGE.path, '# Blue Heron\n\nThey like herons.\n');
  await time.advance(200);
  const undo = await host.actions.undo();
  expect(undo).toMatchObject({ written: 0 });
  expect(undo!.refusals.map(({ sentence }) => sentence)).toEqual(['“README” was not moved to the trash: it was changed since it was created, so delete it yourself if it is not needed.']);
  expect(fileText(host, PAGE.path)).toBe('# Blue Heron\n\nThey like herons.\n');
  expect(await host.actions.undo()).toBeNull();
});
