import { finish } from '../core/base/steps';
import { accountKeyOf } from '../core/graph/graph';
import { joinSpellings } from '../core/person/join-spellings';
import { gatherPeople, type KnownPerson } from '../core/person/known-people';
import { personNames } from '../core/person/person-names';
import { spellingPairs } from '../core/person/spelling-pairs';
import { SETTING_TEXTS } from '../core/setting-texts';
import { visible } from '../core/text/inline';
import type { Context } from './context';
import type { PeopleChoice } from './prompts';
import { words } from '../words/words';

type JoinContext = Pick<Context, 'graph' | 'settings' | 'prompts'>;

/** Lets the user say which names are one person: what is offered is never joined by itself. */
export function createJoinPeople(context: JoinContext): () => void {
  const { graph, settings, prompts } = context;
  return () => {
    const { notes, resolution } = graph.get();
    const names = personNames(settings.get());
    const known = finish(
      gatherPeople(
        notes.values(),
        names,
        ({ path }) => resolution.accounts.get(accountKeyOf(graph.get(), path) ?? '')?.name ?? null,
      ),
    );
    const pairs = spellingPairs(known, (name) => names.isMine([name])).map(
      ({ shown, other, reason }): PeopleChoice => ({
        words: `${other.name} → ${shown.name}`,
        detail: `${reason}; ${other.name}: ${whereMet(other)}; ${shown.name}: ${whereMet(shown)}`,
        stays: false,
        choose: () => join(context, shown.name, other.name),
      }),
    );
    prompts.choosePeople(words.people.which, [
      ...pairs,
      {
        words: words.people.two,
        detail: pairs.length === 0 ? words.people.noPairs : '',
        stays: true,
        choose: () => chooseTwo(context, known.people),
      },
    ]);
  };
}

function join({ settings, prompts }: JoinContext, shown: string, other: string): void {
  const text = SETTING_TEXTS.people;
  // The setting is a text that the user can change, which not every name can stand in.
  const joined = text.parse(
    text.print({ ...settings.get(), people: joinSpellings(settings.get().people, shown, other) }),
  );
  if (!joined.ok) {
    prompts.say(words.people.notJoined(visible(other), visible(shown), visible(joined.error)));
    return;
  }
  settings.change(joined.value);
  prompts.say(words.people.joined(visible(other), visible(shown)));
}

function chooseTwo(context: JoinContext, people: readonly KnownPerson[]): void {
  const pick = (placeholder: string, among: readonly KnownPerson[], choose: (person: KnownPerson) => void): void =>
    context.prompts.choosePeople(
      placeholder,
      among.map((person) => ({
        words: person.name,
        detail: whereMet(person),
        stays: false,
        choose: () => choose(person),
      })),
    );
  pick(words.people.shown, people, (shown) => {
    pick(
      words.people.other(visible(shown.name)),
      people.filter(({ key }) => key !== shown.key),
      (other) => join(context, shown.name, other.name),
    );
  });
}

/** So many accounts are named. */
const MOST_ACCOUNTS = 3;

function whereMet({ tasks, meetings, accounts }: KnownPerson): string {
  const met = [
    ...(meetings > 0 ? [words.people.inMeetings(meetings)] : []),
    ...(tasks > 0 ? [words.people.ownsTasks(tasks)] : []),
  ].join(', ');
  const where = accounts.slice(0, MOST_ACCOUNTS).join(', ');
  return words.people.where(met, where, accounts.length > MOST_ACCOUNTS);
}
