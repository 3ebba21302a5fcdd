import { finish } from '../core/base/steps';
import { accountKeyOf } from '../core/graph/graph';
import { joinSpellings } from '../core/person/join-spellings';
import { gatherPeople, type KnownPerson } from '../core/person/known-people';
import { personNames } from '../core/person/person-names';
import { spellingPairs } from '../core/person/spelling-pairs';
import { SETTING_TEXTS } from '../core/setting-texts';
import { visible } from '../core/text/inline';
import { countWords } from '../words/format';
import type { Context } from './context';
import type { PeopleChoice } from './prompts';

/** Lets the user say which names are one person: what is offered is never joined by itself. */
export function createJoinPeople({
  graph,
  settings,
  prompts,
}: Pick<Context, 'graph' | 'settings' | 'prompts'>): () => void {
  const join = (shown: string, other: string): void => {
    const text = SETTING_TEXTS.people;
    // The setting is a text that the user can change, which not every name can stand in.
    const joined = text.parse(
      text.print({ ...settings.get(), people: joinSpellings(settings.get().people, shown, other) }),
    );
    if (!joined.ok) {
      prompts.say(`“${visible(other)}” and “${visible(shown)}” were not joined: ${visible(joined.error)}`);
      return;
    }
    settings.change(joined.value);
    prompts.say(
      `“${visible(other)}” is “${visible(shown)}” from now on. To take it back, change “People” in the settings.`,
    );
  };
  const chooseTwo = (people: readonly KnownPerson[]): void => {
    const pick = (placeholder: string, among: readonly KnownPerson[], choose: (person: KnownPerson) => void): void =>
      prompts.choosePeople(
        placeholder,
        among.map((person) => ({
          words: person.name,
          detail: whereMet(person),
          stays: false,
          choose: () => choose(person),
        })),
      );
    pick('Which name is to be shown?', people, (shown) => {
      pick(
        `Which name is “${visible(shown.name)}”, too?`,
        people.filter(({ key }) => key !== shown.key),
        (other) => join(shown.name, other.name),
      );
    });
  };
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
        choose: () => join(shown.name, other.name),
      }),
    );
    prompts.choosePeople('Which names are one person?', [
      ...pairs,
      {
        words: 'Join two other names …',
        detail: pairs.length === 0 ? 'No names look like one person.' : '',
        stays: true,
        choose: () => chooseTwo(known.people),
      },
    ]);
  };
}

/** So many accounts are named. */
const MOST_ACCOUNTS = 3;

function whereMet({ tasks, meetings, accounts }: KnownPerson): string {
  const met = [
    ...(meetings > 0 ? [`in ${countWords(meetings, 'meeting')}`] : []),
    ...(tasks > 0 ? [`owner of ${countWords(tasks, 'task')}`] : []),
  ].join(', ');
  const where = accounts.slice(0, MOST_ACCOUNTS).join(', ');
  return `${met}${where === '' ? '' : ` (${where}${accounts.length > MOST_ACCOUNTS ? ', …' : ''})`}`;
}
