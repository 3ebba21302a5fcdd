import { sameValue } from '../../core/base/equal';
import { createStore, type Store } from '../../core/base/store';
import type { NoteText } from '../../core/first-run/facts';
import { findsWith, settingsWith, surveyVault, type Finds, type Offer, type Survey } from '../../core/first-run/survey';
import { isRead } from '../../core/graph/read-vault';
import type { Settings } from '../../core/settings';
import { words } from '../../words/words';
import type { Context } from '../context';
import { guarded } from '../told';

/** What a look at the vault shows as it goes on. */
export interface Shown {
  /** How many notes were taken up so far, and how many there are to take up. */
  readonly read: number;
  readonly total: number;
  /** How many notes there are in all. */
  readonly all: number;
  /** Null until the look is done. */
  readonly survey: Survey | null;
  /** The ids of what is checked: of offers, and names of people. */
  readonly checked: ReadonlySet<string>;
  /** What is found with what is checked; null while it is being counted. */
  readonly finds: Finds | null;
}

/** A look at the vault, which ends with `stop`. */
export interface Look {
  readonly shown: Store<Shown>;
  readonly check: (id: string, isChecked: boolean) => void;
  /** Takes what is checked over into the settings. */
  readonly apply: () => void;
  readonly stop: () => void;
}

type LookContext = Pick<Context, 'settings' | 'vault' | 'prompts' | 'inSlices' | 'onError'>;

/** No more notes are looked at: those that were changed last. */
const MOST_NOTES = 2000;
/** Longer ones are not of a meeting; in bytes. */
const LONGEST = 400_000;
/** All together, in UTF-16 units. */
const MOST_TEXT = 20_000_000;
const READ_AT_ONCE = 16;

/** Looks at the vault in slices, and counts anew, by reading, with each check. */
export function lookAtVault({ settings, vault, prompts, inSlices, onError }: LookContext): Look {
  const all = vault.notes().filter(({ path }) => isRead(path, settings.get()));
  const files = worthALook(all);
  const fault = (error: unknown): void => onError(words.failures.update.firstRun, error);
  const shown = createStore<Shown>(
    { read: 0, total: files.length, all: all.length, survey: null, checked: new Set(), finds: null },
    { onError: fault },
  );
  const change = (values: Partial<Shown>): void => shown.set({ ...shown.get(), ...values });
  let isOver = false;
  let counting = 0;

  const look = async (): Promise<void> => {
    const onRead = (read: number): void => change({ read });
    const notes = await readTexts(vault, files, { isOver: () => isOver, onRead });
    const survey = await inSlices(surveyVault(notes, settings.get()), () => isOver);
    if (survey === null || isOver) return;
    const advised = survey.offers.filter(({ isAdvised }) => isAdvised);
    change({ survey, checked: new Set(advised.map(({ id }) => id)) });
    await count();
  };
  const count = async (): Promise<void> => {
    const { survey } = shown.get();
    if (survey === null) return;
    const mine = ++counting;
    change({ finds: null });
    const finds = await inSlices(findsWith(survey.read, checkedOf(shown.get())), () => isOver || mine !== counting);
    if (finds !== null && mine === counting) change({ finds });
  };
  guarded(words.failures.update.firstRun, onError, look);

  return {
    shown,
    check(id, isChecked) {
      const { survey, checked } = shown.get();
      const now = new Set(checked);
      if (isChecked) now.add(id);
      else now.delete(id);
      change({ checked: now });
      if (survey?.offers.some((offer) => offer.id === id) === true)
        guarded(words.failures.update.firstRun, onError, count);
    },
    apply() {
      const { survey, checked } = shown.get();
      if (survey === null) return;
      const before = settings.get();
      const after = settingsWith({ ...survey.read, settings: before }, checkedOf(shown.get()));
      const names = survey.people.map(({ name }) => name).filter((name) => checked.has(name));
      const changed = changedValues(before, { ...after, myNames: [...new Set([...before.myNames, ...names])] });
      if (Object.keys(changed).length === 0) return;
      settings.change(changed);
      prompts.say(words.firstRun.applied);
    },
    stop() {
      isOver = true;
    },
  };
}

type Files = ReturnType<Context['vault']['notes']>;

function worthALook(all: Files): Files {
  return [...all]
    .filter(({ size }) => size <= LONGEST)
    .sort((a, b) => b.changed - a.changed || (a.path < b.path ? -1 : 1))
    .slice(0, MOST_NOTES);
}

/** The texts of files, some at once; `onRead` is told how many were taken up so far. */
async function readTexts(
  vault: LookContext['vault'],
  files: Files,
  { isOver, onRead }: { readonly isOver: () => boolean; readonly onRead: (read: number) => void },
): Promise<readonly NoteText[]> {
  const notes: NoteText[] = [];
  let length = 0;
  for (let at = 0; at < files.length && length < MOST_TEXT && !isOver(); at += READ_AT_ONCE) {
    const some = files.slice(at, at + READ_AT_ONCE);
    const texts = await Promise.all(some.map(({ path }) => vault.textOf(path)));
    for (const [index, text] of texts.entries()) {
      if (text === null) continue;
      length += text.length;
      notes.push({ path: some[index]!.path, text });
    }
    onRead(Math.min(files.length, at + READ_AT_ONCE));
  }
  return notes;
}

function checkedOf({ survey, checked }: Shown): readonly Offer[] {
  return survey?.offers.filter(({ id }) => checked.has(id)) ?? [];
}

function changedValues(before: Settings, after: Settings): Partial<Settings> {
  const keys = Object.keys(after) as (keyof Settings)[];
  return Object.fromEntries(keys.filter((key) => !sameValue(before[key], after[key])).map((key) => [key, after[key]]));
}
