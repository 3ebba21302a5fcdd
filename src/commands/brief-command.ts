import { Notice, type App } from 'obsidian';
import { fileNameOf } from '../core/account/new-page';
import type { Account } from '../core/account/resolve';
import { plusDays, type Day } from '../core/base/day';
import type { Store } from '../core/base/store';
import { briefOf } from '../core/brief/brief';
import type { Groups } from '../core/copies/group';
import { selectAccount } from '../core/graph/account-detail';
import { accountKeyOf, type Graph } from '../core/graph/graph';
import type { Settings } from '../core/settings';
import { visible } from '../core/text/inline';
import { foldText, searchedWords } from '../core/text/words';
import type { Actions } from '../host/actions';
import type { Failure } from '../host/failure';
import { AccountPicker } from '../ui/assign/account-picker';
import { copyText } from '../ui/parts/copy-text';
import { dayWords } from '../ui/parts/day-words';
import { toldOf, type Tell } from '../ui/parts/tell';
import type { Ask, AskOption } from '../ui/triage/ask';
import { AskModal } from '../ui/triage/ask-modal';
import { activeNote } from './active-note';
import type { CommandActions } from './commands';

interface BriefParts {
  readonly app: App;
  readonly graph: Store<Graph>;
  readonly groups: Store<Groups | null>;
  readonly settings: Store<Settings>;
  readonly today: Store<Day>;
  readonly actions: Actions;
  readonly openNote: (place: { readonly path: string }, event: null) => void;
  readonly tell: Tell;
  readonly failure: Failure;
}

/** From which day on decisions and facts are told (null: all), and where the brief goes. */
interface BriefChoice {
  readonly since: Day | null;
  readonly into: 'clipboard' | 'note';
}

/**
 * The command that makes a brief of the account of the note at hand, else of one that is chosen, and puts it on the
 * clipboard or into a new note. `askBriefOf`: asks about a brief of the account with this key.
 */
export function briefCommand({
  app,
  graph,
  groups,
  settings,
  today,
  actions,
  openNote,
  tell,
  failure,
}: BriefParts): Pick<CommandActions, 'copyBrief'> & { readonly askBriefOf: (key: string) => void } {
  const accounts = (): readonly Account[] => [...graph.get().resolution.accounts.values()];
  const write = async ({ name, key }: Account, { since, into }: BriefChoice): Promise<void> => {
    const text = briefOf(graph.get(), key, {
      today: today.get(),
      since,
      settings: settings.get(),
      groups: groups.get() ?? new Map(),
    });
    if (text === null) new Notice(`No brief was made: there is no account “${visible(name)}” any more.`);
    else if (into === 'clipboard') await copy(name, text);
    else await create(name, text);
  };
  const copy = (name: string, text: string): Promise<void> =>
    copyText(
      text,
      `Copied the brief of “${visible(name)}” to the clipboard.`,
      `The brief of “${visible(name)}” was not copied: the clipboard cannot be written now. Choose “into a new note” instead.`,
    );
  const create = async (name: string, text: string): Promise<void> => {
    const path = await freePath(app, fileNameOf(`Brief ${[...name].slice(0, LONGEST_NAME).join('')} ${today.get()}`));
    const report = await actions.run({
      label: `Make a brief of “${name}”`,
      notes: [{ path, edits: [], effect: { kind: 'create', text } }],
    });
    tell(toldOf(report, `Wrote the brief of “${name}” to “${path}”.`));
    if (report.written > 0) openNote({ path }, null);
  };
  const ask = (account: Account): void => {
    const lastContact =
      selectAccount(graph.get(), account.key, { today: today.get(), settings: settings.get() })?.account.lastContact ??
      null;
    new AskModal(app, askBrief(account.name, lastContact, today.get()), (choice) =>
      failure.guard('The brief was not made', () => write(account, choice)),
    ).open();
  };
  return {
    askBriefOf(key) {
      const account = graph.get().resolution.accounts.get(key);
      if (account === undefined) new Notice('No brief was made: the account is gone.');
      else ask(account);
    },
    copyBrief() {
      const open = activeNote(app);
      const own =
        open === null
          ? undefined
          : graph.get().resolution.accounts.get(accountKeyOf(graph.get(), open.file.path) ?? '');
      if (own !== undefined) {
        ask(own);
        return;
      }
      new AccountPicker(app, {
        placeholder: 'Account to make a brief of',
        suggestions: [],
        accounts: accounts(),
        mayCreate: false,
        onChoose({ name }) {
          const chosen = accounts().find((account) => account.name === name);
          if (chosen !== undefined) ask(chosen);
        },
      }).open();
    },
  };
}

/** In characters, so that the name of the file is not too long. */
const LONGEST_NAME = 60;

/** A path in the folder for new notes that no file has: with a number behind its name where that is taken. */
async function freePath({ vault, workspace, fileManager }: App, name: string): Promise<string> {
  const folder = fileManager.getNewFileParent(workspace.getActiveFile()?.path ?? '', `${name}.md`);
  const start = folder.isRoot() ? name : `${folder.path}/${name}`;
  for (let number = 1; ; number++) {
    const path = `${start}${number === 1 ? '' : ` ${number}`}.md`;
    if (!(await vault.adapter.exists(path))) return path;
  }
}

/** Since when, and where to, in one list. */
function askBrief(account: string, lastContact: Day | null, today: Day): Ask<BriefChoice> {
  const periods: readonly (readonly [string, Day | null])[] = [
    ...(lastContact === null
      ? []
      : [[`since the last meeting, ${dayWords(lastContact, today)}`, lastContact] as const]),
    ['of the last 30 days', plusDays(today, -30)],
    ['of the last 90 days', plusDays(today, -90)],
    ['of all time', null],
  ];
  const option = (
    into: BriefChoice['into'],
    [period, since]: readonly [string, Day | null],
  ): AskOption<BriefChoice> => ({
    label: `${into === 'note' ? 'Into a new note' : 'To the clipboard'}, ${period}`,
    detail: '',
    value: { since, into },
  });
  const all = (['clipboard', 'note'] as const).flatMap((into) => periods.map((period) => option(into, period)));
  return {
    title: `Brief of “${visible(account)}”`,
    placeholder: 'where to, and decisions and facts since when',
    initial: '',
    answers(text) {
      const words = searchedWords(text);
      const options = all.filter(({ label }) => words.every((word) => foldText(label).includes(word)));
      return {
        options,
        fault:
          options.length > 0
            ? null
            : 'No brief is made so: choose the clipboard or a new note, and 30 days, 90 days or all.',
      };
    },
  };
}
