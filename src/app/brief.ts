import { fileNameOf } from '../core/account/new-page';
import { accountsInOrder } from '../core/account/named';
import type { Account } from '../core/account/resolve';
import { plusDays, type Day } from '../core/base/day';
import { briefOf } from '../core/brief/brief';
import { selectAccount } from '../core/graph/account-detail';
import { accountKeyOf } from '../core/graph/graph';
import { visible } from '../core/text/inline';
import { dayWords } from '../words/format';
import type { Context } from './context';
import { copyText } from './copy-text';
import { optionsWith, type Ask, type AskOption } from './prompts';
import { guarded, toldOf } from './told';
import { words } from '../words/words';

/** Makes briefs of accounts, on the clipboard or as new notes, after a question. */
export interface Brief {
  /** Of the account with this key. */
  readonly askBriefOf: (key: string) => void;
  /** Of the account of the note at hand, else of one that is chosen. */
  readonly askBrief: () => void;
}

/** From which day on decisions and facts are told (null: all), and where the brief goes. */
interface BriefChoice {
  readonly since: Day | null;
  readonly into: 'clipboard' | 'note';
}

type BriefContext = Pick<
  Context,
  'graph' | 'groups' | 'settings' | 'today' | 'actions' | 'vault' | 'prompts' | 'onError'
>;

/** How briefs are made. */
export function createBrief(context: BriefContext): Brief {
  const { graph, vault, prompts } = context;
  const accounts = (): readonly Account[] => accountsInOrder(graph.get().resolution);
  return {
    askBriefOf(key) {
      const account = graph.get().resolution.accounts.get(key);
      if (account === undefined) prompts.say(words.brief.gone);
      else ask(context, account);
    },
    askBrief() {
      const open = vault.activeNote();
      const own =
        open === null ? undefined : graph.get().resolution.accounts.get(accountKeyOf(graph.get(), open.path) ?? '');
      if (own !== undefined) {
        ask(context, own);
        return;
      }
      prompts.chooseAccount({
        placeholder: words.brief.which,
        suggestions: [],
        accounts: accounts(),
        mayCreate: false,
        onChoose({ name }) {
          const chosen = accounts().find((account) => account.name === name);
          if (chosen !== undefined) ask(context, chosen);
        },
      });
    },
  };
}

function ask(context: BriefContext, account: Account): void {
  const { graph, settings, today, prompts, onError } = context;
  const lastContact =
    selectAccount(graph.get(), account.key, { today: today.get(), settings: settings.get() })?.account.lastContact ??
    null;
  prompts.ask(briefAsk(account.name, lastContact, today.get()), (choice) =>
    guarded(words.failures.brief, onError, () => write(context, account, choice)),
  );
}

async function write(context: BriefContext, { name, key }: Account, { since, into }: BriefChoice): Promise<void> {
  const { graph, groups, settings, today, vault, prompts } = context;
  const text = briefOf(graph.get(), key, {
    today: today.get(),
    since,
    settings: settings.get(),
    groups: groups.get() ?? new Map(),
  });
  if (text === null) prompts.say(words.brief.gone);
  else if (into === 'clipboard')
    await copyText({ vault, prompts }, text, words.brief.copied(visible(name)), words.brief.notCopied);
  else await create(context, name, text);
}

async function create({ today, actions, vault, prompts }: BriefContext, name: string, text: string): Promise<void> {
  const path = await vault.freePath(
    fileNameOf(words.brief.file([...name].slice(0, LONGEST_NAME).join(''), today.get())),
  );
  const report = await actions.run({
    label: words.brief.label(name),
    notes: [{ path, edits: [], effect: { kind: 'create', text } }],
  });
  prompts.tell(toldOf(report, words.brief.done(name, path)));
  if (report.written > 0) vault.open({ path }, null);
}

/** In characters, so that the name of the file is not too long. */
const LONGEST_NAME = 60;

/** Since when, and where to, in one list. */
function briefAsk(account: string, lastContact: Day | null, today: Day): Ask<BriefChoice> {
  const periods: readonly (readonly [string, Day | null])[] = [
    ...(lastContact === null ? [] : [[words.brief.sinceLast(dayWords(lastContact, today)), lastContact] as const]),
    [words.brief.days(30), plusDays(today, -30)],
    [words.brief.days(90), plusDays(today, -90)],
    [words.brief.allTime, null],
  ];
  const option = (
    into: BriefChoice['into'],
    [period, since]: readonly [string, Day | null],
  ): AskOption<BriefChoice> => ({
    label: words.brief.option(words.brief.into[into], period),
    detail: '',
    value: { since, into },
  });
  const all = (['clipboard', 'note'] as const).flatMap((into) => periods.map((period) => option(into, period)));
  return {
    title: words.brief.title(visible(account)),
    placeholder: words.brief.example,
    initial: '',
    answers(text) {
      const options = optionsWith(all, text);
      return {
        options,
        fault: options.length > 0 ? null : words.brief.noMatch,
      };
    },
  };
}
