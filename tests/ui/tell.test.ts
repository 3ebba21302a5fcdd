import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Undone } from '../../src/core/triage/report';
import { orError, STOPPED, toldOf, toldOnly, toldUndone, type Acted } from '../../src/app/told';
import type { Prompts } from '../../src/app/prompts';
import { createTell } from '../../src/ui/prompts/tell';
import { createApp } from '../../scripts/workbench/obsidian/app/app';
import { installVirtualTime, type VirtualTime } from '../host/virtual-time';
import type { ActionReport } from '../../src/app/actions';

let time: VirtualTime;
let tell: Prompts['tell'];
let undone: string[];
let undo: () => Promise<ActionReport | null>;
let errors: string[];

beforeEach(() => {
  time = installVirtualTime();
  // With it come the elements as Obsidian has them.
  createApp({ files: {} });
  undone = [];
  errors = [];
  undo = () =>
    Promise.resolve({ id: 'two', label: 'Accept “Call Ana”', written: 2, notes: 1, refusals: [], stopped: 0 });
  tell = createTell({
    actions: {
      run: () => Promise.reject(new Error('nothing is run')),
      undo(id) {
        undone.push(id!);
        return undo();
      },
    },
    onError: (what) => errors.push(what),
  });
});
afterEach(() => {
  time.end();
  document.body.replaceChildren();
});

const acted = (of: Partial<Acted> = {}): Acted => ({ id: 'one', written: 2, refusals: [], stopped: 0, ...of });
const notices = (): readonly string[] =>
  [...document.querySelectorAll('.notice-message')].map(({ textContent }) => textContent);
const undoButton = (): HTMLElement => document.querySelector<HTMLElement>('.account-actions-notice-undo')!;

describe('a notice of what was done', () => {
  test('has a button that takes it back, and then says so', async () => {
    tell(toldOf(acted(), 'Accepted 2 tasks.'));
    expect(notices()).toEqual(['Accepted 2 tasks.Undo']);
    undoButton().click();
    await time.idle();
    expect(undone).toEqual(['one']);
    expect(notices()).toEqual(['Undid: accept “Call Ana”.']);
  });

  test('makes room for the next, so that ten presses leave one notice', () => {
    for (let press = 0; press < 10; press++) tell(toldOf(acted({ id: `${press}` }), `Accepted ${press}.`));
    expect(notices()).toEqual(['Accepted 9.Undo']);
  });

  test('stays where it says why something was not done', () => {
    tell(toldOf(acted({ refusals: [{ sentence: 'One line was not written.' }] }), 'Accepted 2 tasks.'));
    tell(toldOnly('The line changed.'));
    tell(toldOf(acted(), 'Accepted 2 tasks.'));
    expect(notices()).toEqual([
      'Accepted 2 tasks. One line was not written.Undo',
      'The line changed.',
      'Accepted 2 tasks.Undo',
    ]);
  });

  test('has no button where nothing was written', () => {
    tell(toldOf(acted({ id: 'kept', written: 0, refusals: [{ sentence: 'The line is gone.' }] }), 'Accepted.'));
    tell(toldOf(acted({ written: 0 }), 'Accepted.'));
    expect(notices()).toEqual(['The line is gone.', 'Nothing changed.']);
  });

  test('shows signs that cannot be seen', () => {
    tell(toldOnly('“a\u202eb”'));
    expect(notices()).toEqual(['“a[U+202E]b”']);
  });

  test('makes room for the next also when it tells of an undo', () => {
    for (let press = 0; press < 10; press++)
      tell(toldUndone({ label: `Accept ${press}`, written: 1, refusals: [], stopped: 0 }));
    for (let press = 0; press < 3; press++) tell(toldUndone(null));
    tell(toldUndone({ label: 'Accept', written: 0, refusals: [{ sentence: 'It changed.' }], stopped: 0 }));
    tell(toldOf(acted(), 'Accepted 2 tasks.'));
    expect(notices()).toEqual(['It changed.', 'Accepted 2 tasks.Undo']);
  });

  test('goes after a while, a reason as late as the button', async () => {
    tell(toldOnly('Refused.'));
    tell(toldOf(acted(), 'Accepted 2 tasks.'));
    await time.advance(7000);
    expect(notices()).toEqual(['Refused.', 'Accepted 2 tasks.Undo']);
    await time.advance(2000);
    expect(notices()).toEqual([]);
  });

  test('says that an error stopped it, or the undo of it', async () => {
    const failing = (): Promise<Undone> => Promise.reject(new Error('no'));
    tell(
      await orError(
        "Couldn't decide the task",
        async () => toldOnly((await failing()).label),
        (what) => errors.push(what),
        toldOnly(STOPPED),
      ),
    );
    expect(notices()).toEqual(['An error stopped it.']);
    undo = () => Promise.reject(new Error('no'));
    tell(toldOf(acted(), 'Accepted 2 tasks.'));
    undoButton().click();
    await time.idle();
    expect(errors).toEqual(["Couldn't decide the task", "Couldn't undo the change"]);
  });
});
