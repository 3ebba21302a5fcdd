import { plusDays, weekOf, type Day } from '../core/base/day';
import { dayInWords } from '../core/base/day-in-words';
import { DISMISS_REASONS } from '../core/task/dismiss-reason';
import type { Priority } from '../core/task/task-line';
import { foldText } from '../core/text/words';
import type { RowVerb } from '../core/triage/decide';
import type { Answers, Ask, AskOption } from './prompts';
import { ownerFault, textFault } from '../core/triage/faults';
import { dayOfWeekWords } from '../words/format';
import { words } from '../words/words';

const MOST_OPTIONS = 7;

/** Until when to snooze: a day after today. */
export function askSnooze(today: Day): Ask<RowVerb> {
  const option = dayOption(today, (until) => ({ name: 'snooze', until }));
  const usual = [
    option(words.asks.tomorrow, plusDays(today, 1)),
    option(words.asks.nextWeek, plusDays(weekOf(today), 7)),
    option(words.asks.twoWeeks, plusDays(today, 14)),
    option(words.asks.month, plusDays(today, 30)),
  ];
  return {
    title: words.asks.snooze,
    placeholder: words.asks.snoozeExample,
    initial: '',
    answers: (text) =>
      dayAnswers(text, { today, usual, option }, (day) => (day > today ? null : words.asks.notAfterToday)),
  };
}

/** On which day it is due, or none. */
export function askDue(today: Day): Ask<RowVerb> {
  const option = dayOption(today, (due) => ({ name: 'set-due', due }));
  const usual: readonly AskOption<RowVerb>[] = [
    option(words.asks.today, today),
    option(words.asks.tomorrow, plusDays(today, 1)),
    option(words.asks.nextWeek, plusDays(weekOf(today), 7)),
    option(words.asks.twoWeeks, plusDays(today, 14)),
    { label: words.asks.noDue, detail: '', value: { name: 'set-due', due: null } },
  ];
  return {
    title: words.asks.due,
    placeholder: words.asks.dueExample,
    initial: '',
    answers: (text) => dayAnswers(text, { today, usual, option }, () => null),
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
}

/** What a text may mean as a day; `faultOf` says why a day cannot be chosen, or null. */
function dayAnswers(
  text: string,
  { today, usual, option }: DayQuestion,
  faultOf: (day: Day) => string | null,
): Answers<RowVerb> {
  const found = startingWith(usual, text);
  const day = dayInWords(text, today);
  if (text.trim() === '' || (day === null && found.length > 0)) return { options: found, fault: null };
  const fault = day === null ? words.asks.notADate(text.trim()) : faultOf(day);
  if (day === null || fault !== null) return { options: [], fault };
  return { options: [{ ...option(dayOfWeekWords(day, today), day), detail: day }], fault: null };
}

/** Whose it is: one of the known people, or a new name; several names with commas between them. */
export function askOwner(people: readonly string[]): Ask<RowVerb> {
  const owners = (names: readonly string[]): RowVerb => ({ name: 'set-owners', owners: names });
  return {
    title: words.asks.owner,
    placeholder: words.asks.ownerExample,
    initial: '',
    answers(text, search) {
      const names = text
        .split(',')
        .map((name) => name.trim().replace(/^@/, ''))
        .filter((name) => name !== '');
      const fault = names.map(ownerFault).find((found) => found !== null) ?? null;
      if (fault !== null) return { options: [], fault };
      const own: AskOption<RowVerb> = { label: names.join(', '), detail: words.asks.asTyped, value: owners(names) };
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
          ...(names.length === 0 ? [{ label: words.common.noOwner, detail: '', value: owners([]) }] : []),
        ],
        fault: null,
      };
    },
  };
}

const PRIORITIES: readonly { readonly label: string; readonly priority: Priority | null }[] = [
  { label: words.asks.priorities.highest, priority: 'highest' },
  { label: words.asks.priorities.high, priority: 'high' },
  { label: words.asks.priorities.medium, priority: 'medium' },
  { label: words.asks.priorities.low, priority: 'low' },
  { label: words.asks.priorities.lowest, priority: 'lowest' },
  { label: words.asks.priorities.none, priority: null },
];

/** How urgent it is. */
export function askPriority(): Ask<RowVerb> {
  const options = PRIORITIES.map(({ label, priority }): AskOption<RowVerb> => ({
    label,
    detail: '',
    value: { name: 'set-priority', priority },
  }));
  return {
    title: words.asks.priority,
    placeholder: words.asks.priorityExample,
    initial: '',
    answers(text) {
      const found = startingWith(options, text);
      return {
        options: found,
        fault: found.length === 0 ? words.asks.notAPriority(text.trim()) : null,
      };
    },
  };
}

/** Why it is dismissed. A digit chooses at once. */
export function askReason(): Ask<RowVerb> {
  const options = DISMISS_REASONS.map((reason, index): AskOption<RowVerb> => {
    const key = `${index + 1}`;
    return { label: words.asks.reasons[reason], detail: key, value: { name: 'dismiss', reason }, key };
  });
  return {
    title: words.asks.reason,
    placeholder: words.asks.reasonExample,
    initial: '',
    answers(text) {
      const chosen = options.filter(({ key }) => key === text.trim());
      const found = chosen.length > 0 ? chosen : startingWith(options, text);
      return { options: found, fault: found.length === 0 ? words.asks.notAReason(text.trim()) : null };
    },
  };
}

/** What is to be done, in other words; with them it is accepted. */
export function askText(text: string): Ask<RowVerb> {
  return {
    title: words.asks.text,
    placeholder: words.asks.textExample,
    initial: text,
    answers(written) {
      // The words that stand there may hold what nobody would type anew.
      const fault = written === text ? null : textFault(written);
      return {
        options:
          fault === null
            ? [{ label: words.asks.saveText, detail: '', value: { name: 'edit-text', text: written } }]
            : [],
        fault,
      };
    },
  };
}

/** A name for what is shown. */
export function askName(): Ask<string> {
  return {
    title: words.asks.filter,
    placeholder: words.asks.filterExample,
    initial: '',
    answers: (text) =>
      text.trim() === ''
        ? { options: [], fault: words.asks.noFilter }
        : { options: [{ label: words.asks.saveFilter(text.trim()), detail: '', value: text.trim() }], fault: null },
  };
}

function startingWith<T>(options: readonly AskOption<T>[], text: string): readonly AskOption<T>[] {
  const wanted = foldText(text.trim());
  return options.filter(({ label }) => foldText(label).startsWith(wanted));
}
