import type { Note } from '../note/note';
import { companyIn, isInternal, participantName, peopleIn, personIn, tellsAccount, type History } from './history';
import { companyNames } from './names';
import type { Account } from './resolve';
import type { Sign } from './signs';
import { words } from '../../words/words';

/** The accounts whose name a mail domain has, by the company in the domain. */
export type Companies = ReadonlyMap<string, string>;

/** Prepares how the mail domains of accounts may be called. What two accounts may be called is neither's. */
export function companiesOf(accounts: Iterable<Account>): Companies {
  const companies = new Map<string, string | null>();
  for (const { key, names } of accounts) {
    for (const company of new Set(names.flatMap(companyNames)))
      companies.set(company, companies.has(company) ? null : key);
  }
  return new Map([...companies].flatMap(([company, key]) => (key === null ? [] : [[company, key]])));
}

/** What a note tells by the mail domains of its participants. */
export function mailSigns(note: Note, companies: Companies, { domains, ownDomains }: History): readonly Sign[] {
  const signs = new Map<string, Sign>();
  for (const domain of note.mailDomains) {
    if (!tellsAccount(domain, ownDomains)) continue;
    const known = upwards(domain)
      .map((above) => domains.get(above))
      .find((found) => found !== undefined);
    const named = companies.get(companyIn(domain));
    const key = known?.account ?? named;
    if (key === undefined || signs.has(key)) continue;
    const weight = known?.onPage === true || known?.account === named ? 0.8 : 0.6;
    signs.set(key, {
      key,
      place: 'mail',
      form: null,
      role: null,
      words: 0,
      proper: false,
      doubtful: false,
      weight,
      times: 1,
      kind: words.signs.mail,
      reason: words.signs.mailAt(domain),
    });
  }
  return [...signs.values()];
}

/** Whether a participant has a mail address of a company that is no known account. */
export function hasStranger(note: Note, companies: Companies, { domains, ownDomains }: History): boolean {
  return note.mailDomains.some(
    (domain) =>
      tellsAccount(domain, ownDomains) &&
      !companies.has(companyIn(domain)) &&
      !upwards(domain).some((above) => domains.has(above)),
  );
}

/** A domain and those above it: `mail.example.org`, `example.org`. */
function upwards(domain: string): readonly string[] {
  const parts = domain.split('.');
  return parts.slice(0, -1).map((_, from) => parts.slice(from).join('.'));
}

const PEOPLE_WEIGHTS = [0.35, 0.5, 0.6];
/** One person who was met once before may have been a guest. */
const ONCE_MET = 0.25;
/** The note that is asked about counts, too. */
const ONCE = 2;

/** What a note tells by its people: those who were met in the meetings of one account alone. */
export function peopleSigns(note: Note, { people, ownDomains }: History): readonly Sign[] {
  const met = new Map<string, Map<string, string>>();
  const often = new Set<string>();
  for (const participant of isInternal(note) ? [] : peopleIn(note)) {
    const person = personIn(participant, ownDomains);
    const known = person === null ? undefined : people.get(person);
    if (known === undefined) continue;
    const { account, times } = known;
    const names = met.get(account) ?? new Map<string, string>();
    met.set(account, names.set(person!, participantName(participant) || person!));
    if (times > ONCE) often.add(account);
  }
  return [...met].map(([key, found]) => {
    const weight =
      found.size === 1 && !often.has(key) ? ONCE_MET : PEOPLE_WEIGHTS[Math.min(found.size, PEOPLE_WEIGHTS.length) - 1]!;
    return {
      key,
      place: 'people',
      form: null,
      role: null,
      words: 0,
      proper: false,
      doubtful: false,
      weight,
      times: found.size,
      kind: words.signs.people,
      reason: words.signs.peopleNamed([...found.values()]),
    };
  });
}

/** What a note tells by its source: the accounts of other notes that were made from it, where these do not agree. */
export function sourceSigns(note: Note, { sources }: History): readonly Sign[] {
  return [...(note.source === null ? [] : (sources.get(note.source.key) ?? []))]
    .filter(([, other]) => other.path !== note.path)
    .map(([key, other]) => ({
      key,
      place: 'same source',
      form: null,
      role: null,
      words: 0,
      proper: false,
      doubtful: false,
      weight: 0.5,
      times: 1,
      kind: words.signs.source,
      reason: words.signs.sourceOf(other.title),
    }));
}
