import { dayInFull } from '../../words/format';
import type { AccountReason } from '../account/resolve';
import { explainNote, type LineReading } from '../note/explain';
import { isInFolder, type Note } from '../note/note';
import { readingRules } from '../note/read-note';
import type { Settings } from '../settings';
import { words } from '../../words/words';

const { explain } = words;

/** What was read of a note, in words. */
export interface Explanation {
  /** What is known of the note as a whole, each with its name. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly lines: readonly ExplanationLine[];
}

/** A line of a note, its number from 0, and what was read of it or why nothing was. */
export interface ExplanationLine {
  readonly line: number;
  readonly text: string;
  readonly said: string;
  readonly isRead: boolean;
}

/** Whose a note is, and why. */
interface WhoseNote {
  readonly name: string;
  readonly reason: AccountReason;
}

/**
 * What was read of a note, in words. `whose`: the account that it counts to among the notes of its vault; null where it
 * counts to none or that is not known, and only what it says itself is told.
 */
export function explanationOf(path: string, text: string, settings: Settings, whose: WhoseNote | null): Explanation {
  const { note, lines } = explainNote(path, text, readingRules(settings));
  return {
    facts: factsOf(note, settings, whose),
    lines: lines.map(({ line, text: written, reading }) => ({
      line,
      text: written.trim(),
      said: said(reading),
      isRead: reading.kind !== 'unread' && !(reading.kind === 'property' && reading.use === null),
    })),
  };
}

function factsOf(note: Note, settings: Settings, whose: WhoseNote | null): Explanation['facts'] {
  const { facts, kinds, none } = explain;
  const isOther = note.kind === 'other';
  const stated = note.stated.frontMatter ?? note.stated.line ?? note.stated.tag ?? note.stated.folder;
  const problems = [
    ...(isInFolder(note.path, settings.excludedFolders) ? [explain.isExcluded] : []),
    ...(isOther ? [explain.noTag(settings.noteTags)] : []),
    ...(note.problem === null ? [] : [note.problem]),
    ...note.missed.map(
      ({ kind, written }) => `${words.problems.missed.reason[kind](written)} ${words.problems.missed.advice[kind]}`,
    ),
  ];
  const said: readonly (readonly [string, string])[] = isOther
    ? []
    : [
        [facts.title, note.title],
        [facts.day, note.day === null ? none : dayInFull(note.day)],
        [facts.account, whose === null ? (stated ?? none) : explain.because(whose.name, explain.reasons[whose.reason])],
        [facts.people, note.participants.length === 0 ? none : note.participants.join(', ')],
        [facts.source, note.source?.name ?? none],
      ];
  return [[facts.kind, kinds[note.kind]], ...said, ...problems.map((problem) => [facts.problem, problem] as const)];
}

/** What was read of a line, in words. */
function said(reading: LineReading): string {
  switch (reading.kind) {
    case 'property':
      return reading.use === null ? explain.noUse : explain.uses[reading.use];
    case 'heading':
      return explain.sections[reading.section ?? 'none'];
    case 'label':
      return explain.uses[reading.told];
    case 'task': {
      const { status, owners, due, form } = reading.task;
      return [
        explain.statuses[status],
        owners.length === 0 ? explain.noOwner : explain.owner(owners),
        ...(due === null ? [] : [explain.due(dayInFull(due))]),
        ...(form === 'row' ? [explain.inTable] : []),
      ].join(', ');
    }
    case 'decision':
    case 'fact':
      return reading.isFirst ? explain[reading.kind] : explain.more[reading.kind];
    case 'people':
    case 'summary':
      return explain[reading.kind];
    case 'unread':
      return explain.unread[reading.why];
  }
}
