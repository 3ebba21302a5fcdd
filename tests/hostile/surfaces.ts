import type { Page } from 'playwright-core';
import { LONGEST_NAME } from '../../src/core/text/caps';
import { closeStage, openWorkbench, type OpenWorkbench } from '../e2e/workbench';
import { hostileNote, PAYLOADS, type Payload } from './payloads';
import type { Outcome } from './regexes';

/** What the screen may be held for at most, in milliseconds of the processor. */
const LONGEST_BLOCK_MS = 50;
/** Other programs make the processor slower, too: the best of so many looks at a surface counts. */
const LOOKS = 3;

/** What a page tells of itself. */
interface Watch {
  readonly ran: number;
  readonly elements: number;
}

/** A place where the plugin shows words of notes: how it is opened, and what of the page it is. */
interface Surface {
  readonly name: string;
  readonly open: (workbench: OpenWorkbench) => Promise<unknown>;
  readonly root: string;
  /** Whether what stands in it is worth looking for word by word: some show only a part of the notes. */
  readonly isWhole?: false;
}

const ROLLUPS = ['decisions', 'tasks', 'facts']
  .map((show) => `\`\`\`account-rollup\naccount: all\nshow: ${show}\n\`\`\`\n`)
  .join('\n');
const BASE =
  'filters:\n  and:\n    - file.inFolder("Notes")\nviews:\n  - type: account-actions\n    name: What to do\n';

/** Notes of one account that say the payloads, notes without an account, and accounts that are called so. */
function vault(): Readonly<Record<string, string>> {
  const notes = PAYLOADS.flatMap((payload, index) => [
    [`Notes/Call ${index}.md`, hostileNote(payload, 'Harbor')],
    [`Loose/Call ${index}.md`, hostileNote({ ...payload, text: payload.text.replace('Zq', 'Loose Zq') }, null)],
    [`Named/Call ${index}.md`, hostileNote(payload, payload.text.replace(/\p{Cc}/gu, ' '))],
  ]);
  return { ...Object.fromEntries(notes), 'Rollups.md': ROLLUPS, 'All.base': BASE } as Record<string, string>;
}

/** Runs a command in a task of its own, as a key does: what the browser is asked for by this program is not measured. */
const command =
  (id: string) =>
  ({ page }: OpenWorkbench): Promise<void> =>
    page.evaluate(async (own) => {
      await new Promise((task) => setTimeout(task));
      await window.workbench.run(own);
    }, `account-actions:${id}`);
const openNote =
  (path: string) =>
  ({ page }: OpenWorkbench): Promise<void> =>
    page.evaluate(async (own) => {
      await new Promise((task) => setTimeout(task));
      await window.workbench.open(own);
    }, path);
const account =
  (tab: string) =>
  async (workbench: OpenWorkbench): Promise<void> => {
    const { page } = workbench;
    await command('open-accounts')(workbench);
    const back = page.getByRole('button', { name: 'Back', exact: true });
    if (await back.isVisible()) await back.click();
    await page.getByRole('searchbox').first().focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Harbor');
    await page
      .getByRole('tree', { name: 'Accounts' })
      .getByRole('treeitem', { name: /^Harbor/ })
      .first()
      .click();
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
  };

const SURFACES: readonly Surface[] = [
  { name: 'Accounts', open: command('open-accounts'), root: '.workspace' },
  { name: 'Triage', open: command('open-triage'), root: '.workspace' },
  { name: 'a note with buttons', open: openNote('Notes/Call 0.md'), root: '.workspace', isWhole: false },
  { name: 'rollups', open: openNote('Rollups.md'), root: '.workspace', isWhole: false },
  { name: 'a base', open: openNote('All.base'), root: '.workspace', isWhole: false },
  { name: 'tasks of an account', open: account('Tasks'), root: '.workspace', isWhole: false },
  { name: 'decisions of an account', open: account('Decisions'), root: '.workspace', isWhole: false },
  { name: 'notes of an account', open: account('Notes'), root: '.workspace', isWhole: false },
  { name: 'people of an account', open: account('People'), root: '.workspace', isWhole: false },
  { name: 'facts of an account', open: account('Facts'), root: '.workspace', isWhole: false },
  { name: 'the palette', open: command('triage-palette'), root: '.modal-container', isWhole: false },
  {
    name: 'the list of accounts to assign',
    open: async (workbench) => {
      await openNote('Loose/Call 0.md')(workbench);
      await command('assign-account')(workbench);
    },
    root: '.modal-container',
    isWhole: false,
  },
  {
    name: 'the brief',
    open: async (workbench) => {
      await openNote('Loose/Call 1.md')(workbench);
      await command('copy-account-brief')(workbench);
    },
    root: '.modal-container',
    isWhole: false,
  },
  {
    name: 'Recent changes',
    open: async (workbench) => {
      await openNote('Notes/Call 1.md')(workbench);
      await command('accept-all-in-note')(workbench);
      await command('recent-changes')(workbench);
    },
    root: '.workspace',
    isWhole: false,
  },
  {
    name: 'the settings',
    open: ({ page }) =>
      page.evaluate(async () => {
        await new Promise((task) => setTimeout(task));
        (window.workbench.app as { setting: { openTabById(id: string): unknown } }).setting.openTabById(
          'account-actions',
        );
      }),
    root: '.modal-container',
    isWhole: false,
  },
];

/** Shows notes with the payloads on every surface of the plugin, in Chromium with its real main.js. */
export async function attackSurfaces(): Promise<Outcome> {
  const workbench = await openWorkbench({ files: vault(), setUp: watchPage });
  const { page } = workbench;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.locator('.status-bar-item[aria-label*=" for you"]').waitFor();
  const breaches: string[] = [];
  let longest = 0;
  for (const surface of SURFACES) {
    const { held, missing } = await attack(workbench, surface);
    longest = Math.max(longest, held);
    if (held > LONGEST_BLOCK_MS) breaches.push(`${surface.name}: the screen was held for ${held.toFixed(0)} ms`);
    if (missing.length > 0) breaches.push(`${surface.name}: words are lost: ${missing.join(', ')}`);
    const { ran, elements } = await watched(page);
    if (ran > 0) breaches.push(`${surface.name}: code of a note ran`);
    if (elements > 0) breaches.push(`${surface.name}: ${elements} elements of notes`);
    if (asked.length > 0) breaches.push(`${surface.name}: ${asked.splice(0).join(', ')} was asked for`);
  }
  breaches.push(...workbench.errors.map((error) => `the page failed: ${error}`));
  await workbench.close();
  await closeStage();
  return {
    tried: SURFACES.length * PAYLOADS.length,
    breaches,
    more: `the screen was held for ${longest.toFixed(0)} ms at most`,
  };
}

async function attack(
  workbench: OpenWorkbench,
  { open, root, isWhole }: Surface,
): Promise<{ readonly held: number; readonly missing: readonly string[] }> {
  const { page } = workbench;
  const browser = page.context().browser()!;
  let held = Infinity;
  let words = '';
  for (let look = 0; look < LOOKS && held > LONGEST_BLOCK_MS; look++) {
    await page.keyboard.press('Escape');
    await browser.startTracing(page, { categories: ['toplevel'] });
    await open(workbench);
    words = await wordsOf(page, root);
    held = Math.min(held, longestTask(await browser.stopTracing()));
  }
  const isShown = ({ first, last }: Payload): boolean => words.includes(first) && words.includes(last);
  const missing =
    isWhole === false
      ? halves(words)
      : PAYLOADS.filter((payload) => canBeName(payload) && !isShown(payload)).map(({ first }) => first);
  return { held, missing };
}

/** An event of a trace of Chromium: `ts` and `dur` are of the clock, `tdur` is what the processor spent, in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly chrome_mojo_event_info?: { readonly mojo_interface_tag?: string };
  };
}

/**
 * How long the longest task of a page took, in milliseconds of the processor, by a trace; without those in which this
 * program asks the page something.
 */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const drawing = new Set(traceEvents.filter(({ args }) => args?.name === 'CrRendererMain').map(thread));
  const events = traceEvents.filter((event) => drawing.has(thread(event)) && event.tdur !== undefined);
  const asked = events.filter(({ args }) =>
    args?.chrome_mojo_event_info?.mojo_interface_tag?.startsWith('blink.mojom.DevTools'),
  );
  const tasks = events.filter(
    (event) =>
      event.name.endsWith('RunTask') &&
      !asked.some((one) => thread(one) === thread(event) && one.ts >= event.ts && one.ts <= event.ts + event.dur!),
  );
  if (tasks.length === 0) throw new Error('The trace of the page names no task.');
  return Math.max(...tasks.map(({ tdur }) => tdur!)) / 1000;
}

/** Whether an account can be called so: a name that is longer is cut, and one of a template is none. */
function canBeName({ text }: Payload): boolean {
  return text.length <= LONGEST_NAME && !/\{\{|<%|\$\{/.test(text);
}

/** Payloads that are shown, but not to their end. */
function halves(words: string): readonly string[] {
  return PAYLOADS.filter(
    ({ first, last, text }) => text.length < 200 && words.includes(`${first} `) && !words.includes(last),
  ).map(({ first }) => first);
}

/** All words that a part of the page shows while it is scrolled from top to bottom. */
async function wordsOf(page: Page, root: string): Promise<string> {
  await page.waitForTimeout(500);
  return page.evaluate(async (selector) => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const parts = [...document.querySelectorAll<HTMLElement>(selector)];
    let words = '';
    const look = (): void =>
      parts.forEach((part) => {
        words += `\n${part.textContent ?? ''}`;
      });
    look();
    const scrollers = parts
      .flatMap((part) => [...part.querySelectorAll<HTMLElement>('*')])
      .filter((element) => element.scrollHeight > element.clientHeight + 40 && element.clientHeight > 100);
    for (const element of scrollers) {
      for (let top = 0; top < element.scrollHeight && top < 40_000; top += element.clientHeight / 2) {
        element.scrollTop = top;
        await frame();
        words += `\n${element.textContent ?? ''}`;
      }
      element.scrollTop = 0;
    }
    look();
    return words;
  }, root);
}

function watched(page: Page): Promise<Watch> {
  return page.evaluate(() => {
    const { hostileRan = 0 } = window as unknown as { hostileRan?: number };
    return { ran: hostileRan, elements: document.querySelectorAll('[data-hostile]').length };
  });
}

/** Runs in the page before anything else: counts what notes run. */
function watchPage(): void {
  const own = window as unknown as { hostileRan: number; hostile: () => void };
  own.hostileRan = 0;
  own.hostile = () => {
    own.hostileRan++;
  };
}
