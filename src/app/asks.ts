import { plusDays, weekOf, type Day } from '../core/base/day';
import { dayInWords } from '../core/base/day-in-words';
import type { Priority } from '../core/task/task-line';
import { foldText } from '../core/text/words';
import type { RowVerb } from '../core/triage/decide';
import type { Answers, Ask, AskOption } from './prompts';
import { ownerFault, textFault } from '../core/triage/faults';
import { dayOfWeekWords } from '../words/format';

const MOST_OPTIONS = 7;

/** Until when to snooze: a day after today. */
export function askSnooze(today: Day): Ask<RowVerb> {
  const option = dayOption(today, (until) => ({ name: 'snooze', until }));
  const usual = [
    option('Tomorrow', plusDays(today, 1)),
    option('Next week', plusDays(weekOf(today), 7)),
    option('In two weeks', plusDays(today, 14)),
    option('In a month', plusDays(today, 30)),
  ];
  return {
    title: 'Snooze until',
    placeholder: 'tomorrow, friday, 12 march, in 3 weeks',
    initial: '',
    answers: (text) =>
      dayAnswers(text, { today, usual, option, nothing: 'Nothing is snoozed' }, (day) =>
        day > today ? null : `${dayOfWeekWords(day, today)} is not after today. Choose a later day.`,
      ),
  };
}

/** On which day it is due, or none. */
export function askDue(today: Day): Ask<RowVerb> {
  const option = dayOption(today, (due) => ({ name: 'set-due', due }));
  const usual: readonly AskOption<RowVerb>[] = [
    option('Today', today),
    option('Tomorrow', plusDays(today, 1)),
    option('Next week', plusDays(weekOf(today), 7)),
    option('In two weeks', plusDays(today, 14)),
    { label: 'No due day', detail: '', value: { name: 'set-due', due: null } },
  ];
  return {
    title: 'Due on',
    placeholder: 'friday, 12 march, in 3 weeks',
    initial: '',
    answers: (text) => dayAnswers(text, { today, usual, option, nothing: 'Nothing is changed' }, () => null),
  };
}

type DayOption = (label: string, day: Day) => AskOption<RowVerb>;

function dayOption(today: Day, verbOf: (day: Day) => RowVerb): DayOption {
  return (label, day) => ({ label, detail: dayOfWeekWords(day, today), value: verbOf(day) });
}

interface DayQuestion {
  readonly today: Day;
  /** What is offered before a day is typed. */
  readonly usual: readonly AskOption<RowVerb>[];
  readonly option: DayOption;
  /** What a fault begins with. */
  readonly nothing: string;
}

/** What a text may mean as a day; `faultOf` says why a day cannot be chosen, or null. */
function dayAnswers(
  text: string,
  { today, usual, option, nothing }: DayQuestion,
  faultOf: (day: Day) => string | null,
): Answers<RowVerb> {
  const found = startingWith(usual, text);
  const day = dayInWords(text, today);
  if (text.trim() === '' || (day === null && found.length > 0)) return { options: found, fault: null };
  const fault =
    day === null ? `“${text.trim()}” is no day. Write one such as “tomorrow”, “friday” or “2026-03-06”.` : faultOf(day);
  if (day === null || fault !== null) return { options: [], fault: `${nothing}: ${fault}` };
  return { options: [{ ...option(dayOfWeekWords(day, today), day), detail: day }], fault: null };
}

/** Whose it is: one of the known people, or a new name; several names with commas between them. */
export function askOwner(people: readonly string[]): Ask<RowVerb> {
  const owners = (names: readonly string[]): RowVerb => ({ name: 'set-owners', owners: names });
  return {
    title: 'Owner',
    placeholder: 'a name, or several with commas',
    initial: '',
    answers(text, search) {
      const names = text
        .split(',')
        .map((name) => name.trim().replace(/^@/, ''))
        .filter((name) => name !== '');
      const fault = names.map(ownerFault).find((found) => found !== null) ?? null;
      if (fault !== null) return { options: [], fault };
      const own: AskOption<RowVerb> = { label: names.join(', '), detail: 'as written', value: owners(names) };
      if (names.length > 1) return { options: [own], fault: null };
      const begun = ` ${foldText(names[0] ?? '')}`;
      const known = search(people, names[0] ?? '').slice(0, MOST_OPTIONS - 1);
      // “Ana” is a new name before it is a part of “Mei Tanaka”.
      const isLikely = (name: string): boolean => ` ${foldText(name)}`.includes(begun);
      const optionOf = (name: string): AskOption<RowVerb> => ({ label: name, detail: '', value: owners([name]) });
      const isKnown = names.length === 0 || known.includes(names[0]!);
      return {
        options: [
          ...known.filter(isLikely).map(optionOf),
          ...(isKnown ? [] : [own]),
          ...known.filter((name) => !isLikely(name)).map(optionOf),
          ...(names.length === 0 ? [{ label: 'Nobody', detail: '', value: owners([]) }] : []),
        ],
        fault: null,
      };
    },
  };
}

const PRIORITIES: readonly { readonly label: string; readonly priority: Priority | null }[] = [
  { label: 'Highest', priority: 'highest' },
  { label: 'High', priority: 'high' },
  { label: 'Medium', priority: 'medium' },
  { label: 'Low', priority: 'low' },
  { label: 'Lowest', priority: 'lowest' },
  { label: 'No priority', priority: null },
];

/** How urgent it is. */
export function askPriority(): Ask<RowVerb> {
  const options = PRIORITIES.map(({ label, priority }): AskOption<RowVerb> => ({
    label,
    detail: '',
    value: { name: 'set-priority', priority },
  }));
  return {
    title: 'Priority',
    placeholder: 'high',
    initial: '',
    answers(text) {
      const found = startingWith(options, text);
      return {
        options: found,
        fault:
          found.length === 0
            ? `Nothing is changed: “${text.trim()}” is no priority. Choose one from Highest to Lowest, or none.`
            : null,
      };
    },
  };
}

/** What is to be done, in other words; with them it is accepted. */
export function askText(text: string): Ask<RowVerb> {
  return {
    title: 'Edit and accept',
    placeholder: 'what is to be done',
    initial: text,
    answers(words) {
      // The words that stand there may hold what nobody would type anew.
      const fault = words === text ? null : textFault(words);
      return {
        options:
          fault === null ? [{ label: 'Write and accept', detail: '', value: { name: 'edit-text', text: words } }] : [],
        fault,
      };
    },
  };
}

/** A name for what is shown. */
export function askName(): Ask<string> {
  return {
    title: 'Name of this filter',
    placeholder: 'a name',
    initial: '',
    answers: (text) =>
      text.trim() === ''
        ? { options: [], fault: 'Nothing is kept: a name is missing.' }
        : { options: [{ label: `Keep “${text.trim()}”`, detail: '', value: text.trim() }], fault: null },
  };
}

function startingWith<T>(options: readonly AskOption<T>[], text: string): readonly AskOption<T>[] {
  const wanted = foldText(text.trim());
  return options.filter(({ label }) => foldText(label).startsWith(wanted));
}
