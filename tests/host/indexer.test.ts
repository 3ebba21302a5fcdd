import './database';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startHost, type HostParts } from './host-parts';
import { installVirtualTime, type VirtualTime } from './virtual-time';

const OURS = '#type/customer\n- [?] Send it. #proposed\n';

let time: VirtualTime;
let host: HostParts;

async function start(files: Readonly<Record<string, string>>): Promise<void> {
  host = startHost({ files });
  await time.advance(200);
}

const graph = () => host.indexer.graph.get();
const paths = (): readonly string[] => [...graph().notes.keys()].sort();
const textIn = (path: string): string | undefined => graph().notes.get(path)?.text;

/** How often the graph changed while `act` ran and the time after it went by. */
async function changesOf(act: () => void): Promise<number> {
  let changes = 0;
  const stop = host.indexer.graph.subscribe(() => {
    changes++;
  });
  act();
  await time.advance(200);
  stop();
  return changes;
}

beforeEach(() => {
  time = installVirtualTime();
});
afterEach(() => {
  host.unload();
  time.end();
  jest.restoreAllMocks();
});

test('the vault is read when the layout is ready: our notes and others with tasks, none in excluded folders', async () => {
  await start({
    'A.md': OURS,
    'Inbox.md': '- [?] Call her.\n',
    'Plain.md': 'Words.\n',
    '_archive/Old.md': OURS,
    'Picture.svg': '<svg/>',
  });
  expect(paths()).toEqual(['A.md', 'Inbox.md']);
  expect(host.indexer.progress.get()).toBeNull();
});

describe('the graph follows', () => {
  test('a note that comes, changes and goes, a change of the graph each', async () => {
    await start({ 'A.md': OURS });
    const { outside } = host.app.doors;
    expect(await changesOf(() => outside.write('B.md', OURS))).toBe(1);
    expect(paths()).toEqual(['A.md', 'B.md']);
    expect(await changesOf(() => outside.write('B.md', `${OURS}More.\n`))).toBe(1);
    expect(textIn('B.md')).toBe(`${OURS}More.\n`);
    expect(await changesOf(() => outside.remove('B.md'))).toBe(1);
    expect(paths()).toEqual(['A.md']);
  });

  test('a note that is renamed, and a folder with all in it, in one change', async () => {
    await start({ 'Alpha/A.md': OURS, 'Alpha/Deep/B.md': OURS, 'C.md': OURS });
    const { outside } = host.app.doors;
    expect(await changesOf(() => outside.rename('C.md', 'D.md'))).toBe(1);
    expect(await changesOf(() => outside.rename('Alpha', 'Beta'))).toBe(1);
    expect(paths()).toEqual(['Beta/A.md', 'Beta/Deep/B.md', 'D.md']);
    expect(await changesOf(() => outside.remove('Beta'))).toBe(1);
    expect(paths()).toEqual(['D.md']);
  });

  test('a folder whose notes fire no event of their own', async () => {
    await start({ 'Alpha/A.md': OURS, 'Alpha/B.md': OURS });
    const { vault, doors } = host.app;
    const trigger = vault.trigger.bind(vault);
    vault.trigger = (name, ...data) => {
      if ((data[0] as { path: string }).path === 'Beta') trigger(name, ...data);
    };
    await changesOf(() => doors.outside.rename('Alpha', 'Beta'));
    expect(paths()).toEqual(['Beta/A.md', 'Beta/B.md']);
  });

  test('a note that goes into an excluded folder or is no Markdown any more', async () => {
    await start({ 'A.md': OURS, 'B.md': OURS });
    await changesOf(() => {
      host.app.doors.outside.rename('A.md', '_archive/A.md');
      host.app.doors.outside.rename('B.md', 'B.txt');
    });
    expect(paths()).toEqual([]);
  });

  test('many changes within a moment as one; an event that says nothing new as none', async () => {
    await start({ 'A.md': OURS, 'B.md': OURS });
    expect(
      await changesOf(() => {
        for (const number of [1, 2, 3])
          for (const path of ['A.md', 'B.md']) host.app.doors.outside.write(path, `${OURS}${number}\n`);
      }),
    ).toBe(1);
    expect([textIn('A.md'), textIn('B.md')]).toEqual(Array(2).fill(`${OURS}3\n`));
    expect(await changesOf(() => host.app.vault.trigger('modify', host.app.vault.getFileByPath('A.md')!))).toBe(0);
  });
});

describe('a note that cannot be read', () => {
  test('keeps what was known of it, is listed with the reason, and is read again when it changes or the index is rebuilt', async () => {
    await start({ 'A.md': OURS, 'B.md': OURS });
    const { faults, outside } = host.app.doors;
    faults.read((path) => (path === 'A.md' ? new Error('EACCES: permission denied') : null));
    await changesOf(() => outside.write('A.md', `${OURS}More.\n`));
    expect([...host.indexer.unread.get()]).toEqual([['A.md', 'EACCES: permission denied']]);
    expect(textIn('A.md')).toBe(OURS);
    faults.clear();
    await changesOf(() => host.indexer.rebuild());
    expect([...host.indexer.unread.get()]).toEqual([]);
    expect(textIn('A.md')).toBe(`${OURS}More.\n`);
  });

  test('does not keep the others from being read, and is not listed any more once it is gone', async () => {
    await start({});
    host.app.doors.faults.read((path) => (path === 'A.md' ? new Error('EACCES: permission denied') : null));
    await changesOf(() => ['A.md', 'B.md', 'C.md'].forEach((path) => host.app.doors.outside.write(path, OURS)));
    expect(paths()).toEqual(['B.md', 'C.md']);
    await changesOf(() => host.app.doors.outside.remove('A.md'));
    expect([...host.indexer.unread.get()]).toEqual([]);
  });
});

describe('a text that was just written', () => {
  test('is in the graph at once, and the event that follows changes nothing', async () => {
    await start({ 'A.md': OURS });
    const written = OURS.replace('[?]', '[ ]');
    host.indexer.take('A.md', written);
    expect(textIn('A.md')).toBe(written);
    expect(await changesOf(() => host.app.doors.outside.write('A.md', written))).toBe(0);
  });

  test('is not overwritten by a reading that was under way', async () => {
    await start({ 'A.md': OURS });
    const read = host.app.vault.cachedRead.bind(host.app.vault);
    let release = (): void => undefined;
    jest.spyOn(host.app.vault, 'cachedRead').mockImplementationOnce(async (file) => {
      const text = await read(file);
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return text;
    });
    host.app.doors.outside.write('A.md', `${OURS}Old.\n`);
    await time.advance(50);
    const seen: (string | undefined)[] = [];
    host.indexer.graph.subscribe(() => {
      seen.push(textIn('A.md'));
    });
    host.app.doors.outside.write('A.md', `${OURS}New.\n`);
    host.indexer.take('A.md', `${OURS}New.\n`);
    release();
    await time.advance(200);
    expect(seen).toEqual([`${OURS}New.\n`]);
  });

  test('of a note that is not read stays out of the graph', async () => {
    await start({ 'A.md': OURS, 'Templates/Meeting.md': OURS });
    host.indexer.take('Templates/Meeting.md', OURS.replace('[?]', '[ ]'));
    expect(paths()).toEqual(['A.md']);
  });
});

describe('a change of the settings', () => {
  test('that decides what is read has everything read again', async () => {
    await start({ 'A.md': '#type/customer\n- [!] Ask.\n', 'B.md': '#type/partner\nWords.\n', 'Drafts/C.md': OURS });
    const set = (values: object) => changesOf(() => host.settings.set({ ...host.settings.get(), ...values }));
    await set({ noteTags: ['type/customer', 'type/partner'] });
    expect(paths()).toEqual(['A.md', 'B.md', 'Drafts/C.md']);
    await set({ excludedFolders: ['Drafts'] });
    expect(paths()).toEqual(['A.md', 'B.md']);
    await set({ statusSymbols: { '!': 'done' } });
    expect(graph().notes.get('A.md')!.tasks[0]!.status).toBe('done');
  });

  test('that does not, reads nothing', async () => {
    await start({ 'A.md': OURS });
    const read = jest.spyOn(host.app.vault, 'cachedRead');
    expect(await changesOf(() => host.settings.set({ ...host.settings.get(), letterKeys: false }))).toBe(0);
    expect(read).not.toHaveBeenCalled();
  });

  test('made by whoever is told of a new graph is followed, too', async () => {
    await start({ 'A.md': OURS, 'Drafts/C.md': OURS });
    const stop = host.indexer.graph.subscribe(() => {
      stop();
      host.settings.set({ ...host.settings.get(), excludedFolders: ['Drafts'] });
    });
    await changesOf(() => host.app.doors.outside.write('B.md', OURS));
    expect(paths()).toEqual(['A.md', 'B.md']);
  });
});

test('after unloading no listener and no timer is left, and a reading under way changes nothing', async () => {
  await start({ 'A.md': OURS });
  await time.advance(5000);
  const waiting = time.waiting();
  host.app.doors.outside.write('A.md', `${OURS}More.\n`);
  await time.advance(20);
  host.app.doors.outside.write('B.md', OURS);
  const before = graph();
  const ended = jest.spyOn(host.app.vault, 'offref');
  host.unload();
  // Four of the indexer, the writer's for saved notes and the journal's for renamed ones.
  expect(ended).toHaveBeenCalledTimes(6);
  await time.advance(1000);
  expect(time.waiting()).toBe(waiting);
  expect(graph()).toBe(before);
  host.settings.set({ ...host.settings.get(), noteTags: ['other'] });
  await time.advance(1000);
  expect(graph()).toBe(before);
});

describe('very long notes', () => {
  const LINE = '- [?] Send it to Ana. #proposed\n';

  test('a note of very many lines is read like any other, also when it was just written', async () => {
    const text = OURS + LINE.repeat(20_000);
    await start({ 'Long.md': text });
    await time.advance(5_000);
    expect(graph().notes.get('Long.md')?.tasks).toHaveLength(20_001);
    host.indexer.take('Long.md', `${text}${LINE}`);
    await time.advance(5_000);
    expect(graph().notes.get('Long.md')?.tasks).toHaveLength(20_002);
  });

  test.each([
    ['of more than 10 MB', 'word '.repeat(2_100_000), "It's larger than 10 MB."],
    ['of more than 300,000 lines', '\n'.repeat(300_001), 'It has more than 300,000 lines.'],
  ])('a note %s is not read, and that is told; nothing of it is shown any more', async (_, more, reason) => {
    await start({ 'A.md': OURS, 'B.md': OURS });
    host.app.doors.outside.write('A.md', OURS + more);
    await time.advance(1_000);
    expect(paths()).toEqual(['B.md']);
    expect([...host.indexer.unread.get()]).toEqual([['A.md', reason]]);
    host.app.doors.outside.write('A.md', OURS);
    await time.advance(1_000);
    expect(paths()).toEqual(['A.md', 'B.md']);
    expect(host.indexer.unread.get().size).toBe(0);
  });
});
