import './database';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Edit } from '../../src/core/change/edit';
import { selectRecent } from '../../src/core/change/recent';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { DEFAULT_STATUS_SYMBOLS } from '../../src/core/task/status';
import { decideRows } from '../../src/core/triage/decide';
import { rawOfKey } from '../../src/core/note/line-key';
import { proposalsOf } from '../../src/core/triage/proposals';
import { singleRow } from '../../src/core/triage/rows';
import { decideTasks } from '../../src/core/triage/verbs';
import { vaultOf } from '../core/graph/vault';
import { startHost, type HostOptions, type HostParts } from './host-parts';
import { accept, fileText, openNote } from './open-notes';
import { installVirtualTime, type VirtualTime } from './virtual-time';
import type { Action } from '../../src/app/actions';

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
let database: string;

beforeEach(async () => {
  time = installVirtualTime();
  database = crypto.randomUUID();
  host = startHost({ files: { 'Best.md': BEST, 'Copy.md': COPY }, database });
  await time.advance(200);
});
afterEach(() => {
  host.unload();
  time.end();
});

/** The lines of an action that marks copies, for notes with these lines: `best 1`, `copy 1`, of as many groups. */
function groupsIn(files: Readonly<Record<string, string>>): Action {
  const edits = new Map<string, Edit>();
  const notes = Object.entries(files).map(([path, text]) => {
    const lines = text.split('\n');
    const chosen = lines.flatMap((raw, line) => {
      const [, part, group] = /^- \[\?\] (best|copy) (\d)/.exec(raw) ?? [];
      return part === undefined ? [] : [{ line, raw, key: `${part} ${group}`, part }];
    });
    const own = decideTasks(
      path,
      text,
      chosen.map(({ line, raw, part }) => ({ line, raw, verb: { name: part === 'best' ? 'accept' : 'mark-copy' } })),
      { today: '2026-11-23', symbols: DEFAULT_STATUS_SYMBOLS },
    ).map((result, index) => {
      if (!result.ok) throw new Error(result.error.sentence);
      edits.set(`${chosen[index]!.key} ${path}:${chosen[index]!.line}`, result.value);
      return result.value;
    });
    return { path, edits: own };
  });
  const follows = new Map(
    [...edits].flatMap(([key, edit]) => {
      const best = [...edits].find(([other]) => other.startsWith(key.replace('copy', 'best').slice(0, 6)));
      return key.startsWith('copy') ? [[edit, best![1]] as const] : [];
    }),
  );
  return { label: 'Accept', notes, follows };
}

async function startWith(files: Readonly<Record<string, string>>, between?: HostOptions['between']): Promise<Action> {
  host.unload();
  host = startHost({ files, database, ...(between ? { between } : {}) });
  await time.advance(200);
  return groupsIn(files);
}

/** As a person or a sync client cuts it out between the plan and the write, when the action was foreseen already. */
function cutAfterPlan(path: string, words: string): HostOptions['between'] {
  return (journal) => ({
    ...journal,
    add: async (entry) => {
      await journal.add(entry);
      host.app.doors.outside.write(path, fileText(host, path)!.replace(new RegExp(`.*${words}.*\\n`), ''));
    },
  });
}

const ONE_NOTE = {
  'A.md': '#type/customer\n- [?] best 1 of it #proposed\n- [?] copy 1 of it #proposed\n- [?] best 2 #proposed\n',
};
const CROSSWISE = {
  'A.md': '#type/customer\n- [?] best 1 #proposed\n- [?] copy 2 #proposed\n',
  'B.md': '#type/customer\n- [?] copy 1 #proposed\n- [?] best 2 #proposed\n',
};

describe('a copy is written only with its best line, whatever was foreseen:', () => {
  test('both in one note', async () => {
    const accepted = await startWith(ONE_NOTE, cutAfterPlan('A.md', 'best 1'));
    const report = await host.actions.run(accepted);
    expect(fileText(host, 'A.md')).toBe('#type/customer\n- [?] copy 1 of it #proposed\n- [ ] best 2\n');
    expect(report).toMatchObject({ written: 1 });
    expect(report.refusals.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining("Couldn't update “best 1 of it #proposed”"),
      "Left “copy 1 of it #proposed” unchanged: the line it's a copy of wasn't written.",
    ]);
  });

  test('both in one note that is open in an editor', async () => {
    const accepted = await startWith(ONE_NOTE, cutAfterPlan('A.md', 'best 1'));
    const view = await openNote(host, time, 'A.md');
    await host.actions.run(accepted);
    await time.advance(3000);
    expect(fileText(host, 'A.md')).toBe('#type/customer\n- [?] copy 1 of it #proposed\n- [ ] best 2\n');
    expect(view.editor.getValue()).toBe(fileText(host, 'A.md'));
  });

  test.each([['A.md'], ['B.md']])('crosswise in two notes, and the best line of %s is cut away', async (path) => {
    const accepted = await startWith(CROSSWISE, cutAfterPlan(path, 'best'));
    const report = await host.actions.run(accepted);
    const [one, two] = path === 'A.md' ? ['', '- [ ] best 2\n'] : ['- [ ] best 1\n', ''];
    const [copyTwo, copyOne] = ['A.md', 'B.md'].map((name) => fileText(host, name)!.match(/.*copy.*/)![0]);
    expect(fileText(host, 'A.md')).toBe(`#type/customer\n${one}${copyTwo}\n`);
    expect(fileText(host, 'B.md')).toBe(`#type/customer\n${copyOne}\n${two}`);
    expect(copyTwo!.startsWith('- [-]')).toBe(two !== '');
    expect(copyOne!.startsWith('- [-]')).toBe(one !== '');
    expect(report).toMatchObject({ written: 2, notes: 2 });
    expect(host.journal.entries.get()).toHaveLength(1);
    await host.actions.undo();
    expect(['A.md', 'B.md'].map((name) => fileText(host, name)!.includes('[-]'))).toEqual([false, false]);
  });

  test('crosswise in two notes, and one of them cannot be written', async () => {
    const accepted = await startWith(CROSSWISE);
    host.app.doors.faults.write((path) => (path === 'B.md' ? new Error('EIO: i/o error') : null));
    await host.actions.run(accepted);
    expect(fileText(host, 'A.md')).toBe('#type/customer\n- [ ] best 1\n- [?] copy 2 #proposed\n');
    expect(fileText(host, 'B.md')).toBe(CROSSWISE['B.md']);
  });

  test('the copy comes first in the action', async () => {
    const accepted = await startWith(CROSSWISE, cutAfterPlan('B.md', 'best 2'));
    await host.actions.run({ ...accepted, notes: [...accepted.notes].reverse() });
    expect(fileText(host, 'A.md')).toContain('- [?] copy 2 #proposed');
    expect(fileText(host, 'B.md')).toContain('- [-] copy 1 #copy');
  });

  test('what was taken back is done again', async () => {
    const accepted = await startWith(CROSSWISE);
    await host.actions.run(accepted);
    const done = ['A.md', 'B.md'].map((path) => fileText(host, path));
    await host.actions.undo();
    expect(['A.md', 'B.md'].map((path) => fileText(host, path))).toEqual(Object.values(CROSSWISE));
    const undone = host.journal.entries.get().at(-1)!.id;
    await host.actions.undo(undone);
    expect(['A.md', 'B.md'].map((path) => fileText(host, path))).toEqual(done);
    await host.actions.undo(host.journal.entries.get().at(-1)!.id);
    host.app.doors.outside.write('A.md', fileText(host, 'A.md')!.replace(/.*best 1.*\n/, ''));
    await time.advance(200);
    await host.actions.undo(host.journal.entries.get().at(-1)!.id);
    expect(fileText(host, 'A.md')).toContain('- [-] copy 2 #copy');
    expect(fileText(host, 'B.md')).toContain('- [?] copy 1 #proposed');
  });

  test('lines alike are told apart in a note that is written twice', async () => {
    const twins = {
      'A.md': '- [?] copy 2 #proposed\n- [?] copy 2 #proposed\n- [?] best 1 #proposed\n#type/customer\n',
      'B.md': CROSSWISE['B.md'],
    };
    const accepted = await startWith(twins);
    expect(await host.actions.run(accepted)).toMatchObject({ written: 5, notes: 2, refusals: [] });
    await host.actions.undo();
    expect(['A.md', 'B.md'].map((path) => fileText(host, path))).toEqual(Object.values(twins));
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('the app is closed after step %i of the journal', async (steps) => {
    let left = steps;
    const orNever = <T>(step: () => Promise<T>): Promise<T> => (left-- > 0 ? step() : new Promise<T>(() => undefined));
    const around = async (step: () => Promise<void>): Promise<void> => {
      await orNever(step);
      await orNever(() => Promise.resolve());
    };
    const accepted = await startWith(CROSSWISE, (journal) => ({
      ...journal,
      add: (entry) => around(() => journal.add(entry)),
      update: (id, change) => around(() => journal.update(id, change)),
    }));
    void host.actions.run(accepted);
    for (let round = 0; round < 10; round++) await time.idle();
    const isWritten = (path: string, words: string): boolean => !fileText(host, path)!.includes(`[?] ${words}`);
    expect(isWritten('A.md', 'best 1') || !isWritten('B.md', 'copy 1')).toBe(true);
    expect(isWritten('B.md', 'best 2') || !isWritten('A.md', 'copy 2')).toBe(true);
    const now = Object.fromEntries(['A.md', 'B.md'].map((path) => [path, fileText(host, path)!]));
    host.journal.close();
    time.forgetTimers();
    await startWith(now).catch(() => undefined);
    await time.advance(200);
    expect(['A.md', 'B.md'].map((path) => fileText(host, path))).toEqual(Object.values(now));
    expect(host.journal.entries.get().flatMap(({ notes }) => notes.map(({ state }) => state))).not.toContain('pending');
    await host.actions.undo();
    expect(['A.md', 'B.md'].map((path) => fileText(host, path))).toEqual(Object.values(CROSSWISE));
  });
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
    expect.stringMatching(/^Couldn't write “Best”/),
    "Left “Send that. #proposed” unchanged: the line it's a copy of wasn't written.",
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

describe('of a task that was accepted before', () => {
  const FILES = {
    'Old.md': '#type/customer\n- [ ] Send the pilot report to Ilse.\n',
    'New.md':
      '#type/customer\n- [?] Send the pilot report to Ilse. #proposed\n- [?] Send the pilot report to Ilse! #proposed\n',
  };
  const place = (path: string, raw: string) => ({ path, key: `${path}\n${raw}\n0` });
  const [, first, second] = FILES['New.md'].split('\n');
  /** What is planned to accept lines of `New.md`, by the line of `Old.md` that stands. */
  const accepting = (...raws: readonly string[]): Action => {
    const graph = vaultOf(FILES);
    const proposals = proposalsOf(graph, 'New.md', { today: '2026-11-23', settings: DEFAULT_SETTINGS });
    const rows = raws.map(
      (raw) =>
        ({
          ...singleRow(proposals.find((proposal) => rawOfKey(proposal.key) === raw)!),
          decided: {
            ...place('Old.md', '- [ ] Send the pilot report to Ilse.'),
            line: 1,
            note: 'Old',
            status: 'open',
            day: null,
            reason: null,
          },
        }) as const,
    );
    const plan = decideRows(graph, rows, { name: 'accept' }, { today: '2026-11-23', symbols: DEFAULT_STATUS_SYMBOLS });
    expect(plan).toMatchObject({ rows: raws.length, copies: 0, standing: 1, refusals: [] });
    return { label: 'Accept', notes: plan.notes, follows: plan.follows, decided: plan.rows };
  };
  const copied = (raw: string): string => `${raw.replace('[?]', '[-]').replace('#proposed', '#copy')} ❌ 2026-11-23`;

  test('all others become copies, and its own note is not even written', async () => {
    await startWith(FILES);
    const { mtime } = host.app.vault.getFileByPath('Old.md')!.stat;
    const report = await host.actions.run(accepting(first!, second!));
    expect(report).toMatchObject({ written: 2, notes: 1, refusals: [] });
    expect(fileText(host, 'New.md')).toBe(`#type/customer\n${copied(first!)}\n${copied(second!)}\n`);
    expect(fileText(host, 'Old.md')).toBe(FILES['Old.md']);
    expect(host.app.vault.getFileByPath('Old.md')!.stat.mtime).toBe(mtime);
    const shown = (): unknown =>
      selectRecent(host.journal.entries.get()).map(({ written, refused, notes }) => [
        written,
        refused,
        notes.map(({ path }) => path),
      ]);
    expect(shown()).toEqual([[2, 0, ['New.md']]]);
    expect(await host.actions.undo()).toMatchObject({ written: 2, refusals: [] });
    expect(fileText(host, 'New.md')).toBe(FILES['New.md']);
    expect(await host.actions.undo()).toBeNull();
    expect(selectRecent(host.journal.entries.get()).map(({ settled }) => settled)).toEqual([null, 'Undone.']);
  });

  test.each([
    ['cut away', '#type/customer\n'],
    ['done', '#type/customer\n- [x] Send the pilot report to Ilse.\n'],
  ])('none becomes a copy when the line was %s between plan and write', async (_, text) => {
    await startWith(FILES, (journal) => ({
      ...journal,
      add: async (entry) => {
        await journal.add(entry);
        host.app.doors.outside.write('Old.md', text);
      },
    }));
    const report = await host.actions.run(accepting(first!));
    expect(fileText(host, 'New.md')).toBe(FILES['New.md']);
    expect(report.written).toBe(0);
    expect(report.refusals).toHaveLength(1);
  });

  test('nothing is written, and nothing kept to take back, when the line was gone before', async () => {
    await startWith(FILES);
    const action = accepting(first!);
    host.app.doors.outside.write('Old.md', '#type/customer\n');
    await time.advance(200);
    expect(await host.actions.run(action)).toMatchObject({ id: null, written: 0 });
    expect(fileText(host, 'New.md')).toBe(FILES['New.md']);
  });

  test('what was taken back is done again only while the line stands', async () => {
    await startWith(FILES);
    await host.actions.run(accepting(first!));
    await host.actions.undo();
    host.app.doors.outside.write('Old.md', '#type/customer\n');
    await time.advance(200);
    await host.actions.undo(host.journal.entries.get().at(-1)!.id);
    expect(fileText(host, 'New.md')).toBe(FILES['New.md']);
  });
});
