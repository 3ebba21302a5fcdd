import type { Day } from '../../core/base/day';
import type { TaskStatus } from '../../core/task/status';
import { isOfferedFor, type RowVerb } from '../../core/triage/decide';
import { words } from '../../words/words';
import { askDue, askOwner, askPriority, askReason, askSnooze, askText } from '../asks';
import type { Ask } from '../prompts';

/** What a question before a verb is asked with. */
export interface Asked {
  readonly today: Day;
  /** The names of the people that notes know. */
  readonly people: () => readonly string[];
  /** The words of the task that it is about. */
  readonly text: string;
}

/**
 * Where the button of a verb stands: in the toolbar of Triage or in its menu, in each row of Triage, and at each task in
 * notes and rollups.
 */
type ButtonPlace = 'toolbar' | 'more' | 'row' | 'line';

/** A verb as people meet it. What it does to a line, and to a group, says `core/triage/verbs`. */
export interface VerbEntry {
  /** By this its command is known (`snooze-task`), and its buttons. */
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  /** In Triage. The first one stands in tooltips. */
  readonly keys: readonly string[];
  /** What it does; null where that is asked for. */
  readonly verb: RowVerb | null;
  /** What is asked before, and what the answer does; null where nothing is asked. */
  readonly ask: { readonly does: RowVerb['name']; readonly question: (asked: Asked) => Ask<RowVerb> } | null;
  readonly buttons: readonly ButtonPlace[];
  /** The name of its command, `<name>-task`. */
  readonly command: string;
  /** What it is called where a menu leads to a question. */
  readonly title?: string;
  /** Whether it is for rows alone that were done or decided before, or for one row at a time. */
  readonly only?: 'decided-before' | 'one';
  /** For the task of a note that was clicked, or those that are selected: its entry in the menu of an editor. */
  readonly menu?: { readonly one: (text: string) => string; readonly some: (tasks: number) => string };
  /** For all proposed tasks of a note: the name of its command. */
  readonly wholeNote?: string;
  /** For all rows that Triage shows: its button, and what is asked before. */
  readonly all?: { readonly label: (rows: number) => string; readonly question: (rows: number) => string };
  /** For the rows of a section of Triage: its entry in the menu of the heading. */
  readonly section?: (rows: number) => string;
  /** For the section that the current row is in. */
  readonly sectionKey?: { readonly key: string; readonly label: string };
  /** For those rows of a section that are mine, or not: its button on the heading. */
  readonly share?: { readonly of: 'mine' | 'others'; readonly icon: string; readonly label: (rows: number) => string };
  /** Which way a row is swiped for it. */
  readonly swipe?: 'right' | 'left';
  /** In the list of the palette, and what is said of it there. */
  readonly palette?: { readonly key: 'Enter' | 'Mod+Enter'; readonly hint: string };
}

const { commands, common, menus, triage, keys } = words;

const TABLE = [
  {
    name: 'accept',
    label: common.accept,
    command: commands['accept-task'],
    icon: 'check',
    keys: ['a', '1'],
    verb: { name: 'accept' },
    ask: null,
    buttons: ['toolbar', 'row', 'line'],
    menu: { one: menus.one.accept, some: menus.some.accept },
    wholeNote: commands['accept-all-in-note'],
    all: { label: triage.all.accept, question: triage.allQuestion.accept },
    section: triage.section.acceptAll,
    sectionKey: { key: 'Shift+A', label: keys['accept-section'] },
    share: { of: 'mine', icon: 'user-check', label: triage.section.acceptMine },
    swipe: 'right',
    palette: { key: 'Enter', hint: triage.palette.hint.accept },
  },
  {
    name: 'dismiss',
    label: common.dismiss,
    command: commands['dismiss-task'],
    icon: 'x',
    keys: ['d', '2'],
    verb: { name: 'dismiss' },
    ask: null,
    buttons: ['toolbar', 'row', 'line'],
    menu: { one: menus.one.dismiss, some: menus.some.dismiss },
    wholeNote: commands['dismiss-all-in-note'],
    all: { label: triage.all.dismiss, question: triage.allQuestion.dismiss },
    section: triage.section.dismissAll,
    sectionKey: { key: 'Shift+D', label: keys['dismiss-section'] },
    share: { of: 'others', icon: 'user-x', label: triage.section.dismissOthers },
    swipe: 'left',
    palette: { key: 'Mod+Enter', hint: triage.palette.hint.dismiss },
  },
  {
    name: 'done',
    label: common.markDone,
    command: commands['done-task'],
    icon: 'check-check',
    keys: ['3'],
    verb: { name: 'done' },
    ask: null,
    buttons: ['toolbar', 'line'],
    menu: { one: menus.one.done, some: menus.some.done },
  },
  {
    name: 'as-before',
    label: common.applyEarlier,
    command: commands['as-before-task'],
    icon: 'history',
    keys: ['b'],
    verb: { name: 'as-before' },
    ask: null,
    buttons: ['more'],
    only: 'decided-before',
    all: { label: triage.all['as-before'], question: triage.allQuestion['as-before'] },
  },
  {
    name: 'dismiss-reason',
    label: keys['dismiss-reason'],
    command: commands['dismiss-reason-task'],
    title: triage.dismissReason,
    icon: 'circle-slash',
    keys: ['Shift+X'],
    verb: null,
    ask: { does: 'dismiss', question: () => askReason() },
    buttons: ['more'],
  },
  {
    name: 'snooze',
    label: common.snooze,
    command: commands['snooze-task'],
    icon: 'alarm-clock',
    keys: ['h'],
    verb: null,
    ask: { does: 'snooze', question: ({ today }) => askSnooze(today) },
    buttons: ['toolbar'],
    section: triage.section.snoozeAll,
  },
  {
    name: 'edit',
    label: keys.edit,
    command: commands['edit-task'],
    title: triage.edit,
    icon: 'pencil',
    keys: ['e'],
    verb: null,
    ask: { does: 'edit-text', question: ({ text }) => askText(text) },
    buttons: ['more'],
    only: 'one',
  },
  {
    name: 'owner',
    label: keys.owner,
    command: commands['owner-task'],
    title: triage.owner,
    icon: 'user',
    keys: ['o'],
    verb: null,
    ask: { does: 'set-owners', question: ({ people }) => askOwner(people()) },
    buttons: ['more'],
  },
  {
    name: 'due',
    label: keys.due,
    command: commands['due-task'],
    title: triage.due,
    icon: 'calendar',
    keys: ['u'],
    verb: null,
    ask: { does: 'set-due', question: ({ today }) => askDue(today) },
    buttons: ['more'],
  },
  {
    name: 'priority',
    label: keys.priority,
    command: commands['priority-task'],
    title: triage.priority,
    icon: 'signal',
    keys: ['p'],
    verb: null,
    ask: { does: 'set-priority', question: () => askPriority() },
    buttons: ['more'],
  },
] as const satisfies readonly VerbEntry[];

export type VerbName = (typeof TABLE)[number]['name'];

/** All verbs, in the order in which they stand. */
export const VERBS: readonly (VerbEntry & { readonly name: VerbName })[] = TABLE;

/** A verb that asks nothing. */
export type PlainVerb = (typeof VERBS)[number] & { readonly verb: RowVerb };

/** The verbs that ask nothing, of those that pass a test. */
export function plainVerbs(isMeant: (entry: VerbEntry) => boolean): readonly PlainVerb[] {
  return VERBS.filter((entry): entry is PlainVerb => entry.verb !== null && isMeant(entry));
}

/** A view whose rows verbs are pressed for: those that are meant, or the current one. */
export interface VerbDoor {
  readonly can: (entry: VerbEntry) => boolean;
  readonly press: (entry: VerbEntry) => void;
}

/** Whether a verb is offered for a task of this status. */
export function isFor({ verb, ask }: VerbEntry, status: TaskStatus): boolean {
  return isOfferedFor(verb?.name ?? ask!.does, status);
}
