import { lastOf } from '../base/last-of';
import { inSteps, type Steps } from '../base/steps';
import type { Note } from '../note/note';
import type { Settings } from '../settings';
import { wordsOf } from '../text/words';
import { accountKey } from './names';
import type { Resolution } from './resolve';

/** What the notes with an account tell of those without one. */
export interface History {
  /** By the key of a person (`personIn`): the account whose meetings alone they were in, and in how many they were. */
  readonly people: ReadonlyMap<string, { readonly account: string; readonly times: number }>;
  /** The accounts of these people. */
  readonly met: ReadonlySet<string>;
  /** By mail domain: the account that alone has it, and whether one of its pages says so or only its meetings. */
  readonly domains: ReadonlyMap<string, { readonly account: string; readonly onPage: boolean }>;
  /** By the key of a source: of each account, the first note made from it, by path. */
  readonly sources: ReadonlyMap<string, ReadonlyMap<string, Note>>;
  /** The keys of those who were in meetings of colleagues. */
  readonly colleagues: ReadonlySet<string>;
  readonly ownDomains: readonly string[];
}

/** The history where nothing has an account yet. */
export const NO_HISTORY: History = {
  people: new Map(),
  met: new Set(),
  domains: new Map(),
  sources: new Map(),
  colleagues: new Set(),
  ownDomains: [],
};

/** Mail domains of people, not of companies. */
const FREE_MAIL: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'msn.com',
  'yahoo.com',
  'ymail.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'proton.me',
  'protonmail.com',
  'pm.me',
  'gmx.com',
  'gmx.net',
  'gmx.de',
  'gmx.at',
  'gmx.ch',
  'web.de',
  't-online.de',
  'freenet.de',
  'posteo.de',
  'mailbox.org',
  'fastmail.com',
  'zoho.com',
  'mail.com',
  'hey.com',
  'tutanota.com',
  'tuta.com',
  'mail.ru',
  'yandex.ru',
  'orange.fr',
  'free.fr',
  'laposte.net',
  'wanadoo.fr',
  'sfr.fr',
  'libero.it',
  'virgilio.it',
  'bluewin.ch',
  'ziggo.nl',
  'kpnmail.nl',
  'telenet.be',
  'skynet.be',
  'wp.pl',
  'o2.pl',
  'onet.pl',
  'seznam.cz',
  'qq.com',
  '163.com',
  '126.com',
  'naver.com',
  'comcast.net',
  'verizon.net',
  'att.net',
  'sbcglobal.net',
  'btinternet.com',
  'sky.com',
  'bigpond.com',
  'rediffmail.com',
  'uol.com.br',
  'bol.com.br',
]);

/** Somebody in more than half of so many meetings or more is nobody's sign, such as the user. */
const FEW_MEETINGS = 4;

/** Gathers what the notes with an account tell. Done once for a graph. */
export function* gatherHistory(
  notes: Iterable<Note>,
  { accountOf }: Resolution,
  { ownDomains }: Pick<Settings, 'ownDomains'>,
): Steps<History> {
  const people = new Map<string, Sightings>();
  const domains = new Map<string, Sightings & { onPage: boolean }>();
  const sources = new Map<string, Map<string, Note>>();
  const personKeys = new Map<string, string | null>();
  const colleagues = new Set<string>();
  let meetings = 0;
  yield* inSteps(notes, (note) => {
    if (note.kind === 'other') return;
    const account = accountOf.get(note.path)?.key ?? null;
    if (isMeeting(note)) meetings++;
    const internal = account === null && isInternal(note);
    for (const name of peopleIn(note)) {
      const known = personKeys.get(name);
      const key = known === undefined ? personIn(name, ownDomains) : known;
      personKeys.set(name, key);
      if (key === null) continue;
      people.set(key, internal ? COLLEAGUE : seen(people.get(key) ?? NEVER, account));
      if (internal) colleagues.add(key);
    }
    if (account === null) return;
    for (const domain of note.mailDomains) {
      if (!tellsAccount(domain, ownDomains)) continue;
      const before = domains.get(domain);
      domains.set(domain, {
        ...seen(before ?? NEVER, account),
        onPage: before?.onPage === true || note.kind === 'account-page',
      });
    }
    if (note.source !== null) {
      const made = sources.get(note.source.key) ?? new Map<string, Note>();
      const before = made.get(account);
      if (before === undefined || note.path < before.path) made.set(account, note);
      sources.set(note.source.key, made);
    }
  });
  // Beside a domain that the page names, others are those of partners.
  const paged = new Set([...domains.values()].flatMap(({ account, onPage }) => (onPage ? [account] : [])));
  const isEverywhere = (times: number): boolean => meetings >= FEW_MEETINGS && times > meetings / 2;
  const known = [...people].flatMap(([person, { account, times }]) =>
    isOne(account) && !isEverywhere(times) ? [[person, { account, times }] as const] : [],
  );
  return {
    people: new Map(known),
    met: new Set(known.map(([, { account }]) => account)),
    domains: new Map(
      [...domains].flatMap(([domain, { account, onPage }]) =>
        isOne(account) && (onPage || !paged.has(account)) ? [[domain, { account, onPage }]] : [],
      ),
    ),
    sources,
    colleagues,
    ownDomains,
  };
}

/**
 * Where somebody or something was seen: in notes of one account, of none (null) or of several; and in how many notes at
 * all.
 */
interface Sightings {
  readonly account: string | null | typeof SEVERAL;
  readonly times: number;
}

const SEVERAL = Symbol('several accounts');
const COLLEAGUE: Sightings = { account: SEVERAL, times: 1 };
const NEVER: Sightings = { account: null, times: 0 };

function isOne(account: Sightings['account']): account is string {
  return account !== null && account !== SEVERAL;
}

function seen(before: Sightings, account: string | null): Sightings {
  const known = before.account;
  return {
    account: known === null || known === account || account === null ? (known ?? account) : SEVERAL,
    times: before.times + 1,
  };
}

/** Whether a meeting is by its title one of colleagues, about all their accounts or none. */
export function isInternal({ title }: Note): boolean {
  return /\b(?:internal|intern|pipeline|forecast|stand-?up|all[- ]hands|team (?:meeting|sync|call)|retrospective|one[- ]on[- ]one|1:1)\b/i.test(
    title,
  );
}

/** Whether a note tells of a meeting: with a day, the page of a person is one with that person. */
export function isMeeting({ kind, day }: Note): boolean {
  return kind === 'meeting' || (kind === 'person-page' && day !== null);
}

/** The people that a note shows: whom a meeting was with, or whose page it is. */
export function peopleIn(note: Note): readonly string[] {
  if (note.kind === 'account-page') return [];
  if (note.kind !== 'person-page') return note.participants;
  return isMeeting(note) ? [...personsOf(note), ...note.participants] : [note.title];
}

/** Whom the front matter of a note names at `person`, as one text or as a list; else its title. */
function personsOf({ text, title }: Note): readonly string[] {
  const [, said = ''] = /^person:[ \t]*(\S[^\r\n]*)$/m.exec(text) ?? [];
  const names = said.split(',').map((name) => name.replace(/["'[\]]|\|.*/g, '').trim());
  return said === '' ? [title] : names.filter((name) => name !== '');
}

/** Whether nobody of another company took part, as far as is known: all are colleagues, two or more. */
export function isOfColleagues(note: Note, { colleagues, ownDomains }: History): boolean {
  const people = peopleIn(note);
  return (
    people.length > 1 &&
    people.every((participant) => {
      const key = personIn(participant, []);
      return isOwnAddress(participant, ownDomains) || (key !== null && colleagues.has(key));
    })
  );
}

const ADDRESS = /([^\s<>@]{1,100})@([^\s<>@]{1,255})/;

function isOwnAddress(participant: string, ownDomains: readonly string[]): boolean {
  const domain = ADDRESS.exec(participant)?.[2];
  return domain !== undefined && isOwnDomain(domain.toLowerCase(), ownDomains);
}

/**
 * The key of a participant (`Ana Lopez (lead) <ana@example.org>`, `ana.lopez@example.org`), by the whole name: a first
 * name alone may be anybody's. Null where there is no whole name, and for one with a mail address of the user's own
 * company.
 */
export function personIn(participant: string, ownDomains: readonly string[]): string | null {
  const [, address = '', domain = ''] = ADDRESS.exec(participant) ?? [];
  if (domain !== '' && isOwnDomain(domain.toLowerCase(), ownDomains)) return null;
  const name = wordsOf(participantName(participant));
  const words = name.length > 0 ? name : wordsOf(address.replace(/[._-]/g, ' '));
  return words.length > 1 ? words.join(' ') : null;
}

/** The name of a participant without remark and mail address. */
export function participantName(participant: string): string {
  return participant
    .replace(/\([^)]*\)?|<[^>]*>?|\S{1,100}@\S{1,255}/g, ' ')
    .replace(/\p{C}|\s+/gu, ' ')
    .trim();
}

/**
 * Whether a mail domain may tell an account: it is not the user's own, and no domain that anybody may have an address
 * at.
 */
export function tellsAccount(domain: string, ownDomains: readonly string[]): boolean {
  return !FREE_MAIL.has(domain) && !isOwnDomain(domain, ownDomains);
}

function isOwnDomain(domain: string, ownDomains: readonly string[]): boolean {
  return ownDomains.some((own) => domain === own || domain.endsWith(`.${own}`));
}

/**
 * Whether a name is that of the user's own company, as its mail domains say it: "Blue Heron Labs" for `blueheron.com`.
 */
export function isOwnName(name: string, ownDomains: readonly string[]): boolean {
  const key = accountKey(name);
  return ownDomains.some((domain) => key.startsWith(companyIn(domain)));
}

/** The part of a domain that names a company, as letters and digits: `blue-heron.co.uk` is `blueheron`. */
export function companyIn(domain: string): string {
  const parts = domain.split('.').slice(0, -1);
  const names = parts.length > 1 && lastOf(parts)!.length <= 3 ? parts.slice(0, -1) : parts;
  return accountKey(lastOf(names) ?? domain);
}
