import type { Day } from '../core/base/day';
import type { Explanation } from '../core/graph/explanation';
import type { Edit } from '../core/change/edit';
import { foldText, searchedWords } from '../core/text/words';
import type { Told } from './told';
import type { StatementRow } from '../core/graph/rows';
import { words } from '../words/words';

/** A question before something larger is done. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button says that does it. */
  readonly action: string;
  /** Whether something is lost by it, or left out of what is open. */
  readonly isDestructive?: boolean;
}

/** What would be written, to be looked at before it is. */
export interface Preview {
  readonly title: string;
  readonly text: string;
  /** What the list of lines is called. */
  readonly list: string;
  readonly lines: readonly PreviewLine[];
  /** Why some would not be written, a sentence for each. */
  readonly refusals: readonly string[];
  /** What the button says that writes it; null where nothing would be written, and there is none. */
  readonly action: string | null;
  readonly write: () => Promise<void>;
}

/** A line before and after; null where it comes or goes. */
export interface PreviewLine {
  /** `Line 12`, with the name of its note where there are several. */
  readonly where: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The lines of edits, to be shown. `note`: the name to show beside the number, or null. */
export function previewLines(edits: readonly Edit[], note: string | null): readonly PreviewLine[] {
  return edits.flatMap(({ expected, replacement, surroundings: { hint } }): readonly PreviewLine[] => {
    const where = (at: number): string =>
      note === null ? words.common.line(hint + at + 1) : words.common.lineOf(note, hint + at + 1);
    if (expected.length === replacement.length)
      return expected.map((before, at) => ({ where: where(at), before, after: replacement[at]! }));
    // Lines that are not as many have nothing to do with each other: those that go, then those that come, empty ones
    // left out.
    return [
      ...expected.map((before, at) => ({ where: where(at), before, after: null })),
      ...replacement
        .map((after, at) => ({ where: where(at), before: null, after }))
        .filter(({ after }) => after !== ''),
    ];
  });
}

/** What was read of a note, to be shown. */
export interface ExplainedNote extends Explanation {
  readonly title: string;
  /** Opens the note at a line, from 0. */
  readonly open: (line: number) => void;
}

/** Something to be typed or chosen. */
export interface Ask<T> {
  /** What is asked for: `Snooze until`. */
  readonly title: string;
  readonly placeholder: string;
  /** What stands in the field at first. */
  readonly initial: string;
  /** What a text may mean, the likeliest first; or what is wrong with it, in a sentence. */
  readonly answers: (text: string, search: Search) => Answers<T>;
}

export interface Answers<T> {
  readonly options: readonly AskOption<T>[];
  readonly fault: string | null;
}

export interface AskOption<T> {
  readonly label: string;
  /** What it comes down to, beside the label; may be empty. */
  readonly detail: string;
  readonly value: T;
  /** Chooses it at once, while nothing is typed. */
  readonly key?: string;
}

/** The options whose labels hold every word of a text, wherever. */
export function optionsWith<T>(options: readonly AskOption<T>[], text: string): readonly AskOption<T>[] {
  const words = searchedWords(text);
  return options.filter(({ label }) => words.every((word) => foldText(label).includes(word)));
}

/** Those of some names that a text may mean, as Obsidian's own lists search: the likeliest first. */
export type Search = (names: readonly string[], text: string) => readonly string[];

/** An account to choose: one that there is, or one that is to be created. */
export interface AccountChoice {
  readonly name: string;
  /** Why it may be the one, or what it would be; may be empty. */
  readonly detail: string;
  readonly isNew: boolean;
}

/** Which account is meant. */
export interface AccountQuestion {
  readonly placeholder: string;
  /** What comes first, likeliest first. */
  readonly suggestions: readonly AccountChoice[];
  /** All accounts: the name of each, and its other spellings. */
  readonly accounts: readonly { readonly name: string; readonly names: readonly string[] }[];
  /** Whether an account may be chosen that is not there yet. */
  readonly mayCreate: boolean;
  readonly onChoose: (choice: AccountChoice) => void;
}

/** Which decision is meant. */
export interface DecisionQuestion {
  readonly placeholder: string;
  /** What can be chosen, newest first. */
  readonly decisions: readonly StatementRow[];
  readonly today: Day;
  readonly onChoose: (decision: StatementRow) => void;
}

/** A name, or a pair of names, to choose. */
export interface PeopleChoice {
  readonly words: string;
  /** How it is told apart. */
  readonly detail: string;
  /** Whether a search does not hide it. */
  readonly stays: boolean;
  readonly choose: () => void;
}

/** What the app asks the user and tells them, outside of views. */
export interface Prompts {
  /** Says a sentence. */
  readonly say: (words: string) => void;
  /** Says what an action did, with a button that takes it back. */
  readonly tell: (told: Told) => void;
  /** Asks, and says whether the user wants it. */
  readonly confirm: (question: Question) => Promise<boolean>;
  /** Shows what would change, line by line, and writes it if that is wished. */
  readonly preview: (preview: Preview) => void;
  /** Shows what was read of a note. */
  readonly explain: (explained: ExplainedNote) => void;
  readonly ask: <T>(ask: Ask<T>, onAnswer: (value: T) => void) => void;
  readonly chooseAccount: (question: AccountQuestion) => void;
  readonly chooseDecision: (question: DecisionQuestion) => void;
  readonly choosePeople: (placeholder: string, choices: readonly PeopleChoice[]) => void;
}
