import { folderOf, type Note } from '../note/note';
import { mentionWords, type MentionWord } from './mention-words';
import { beginning } from '../text/caps';
import { foldSpace } from '../text/space';
import type { Mention, NameForm, NameIndex } from './name-index';
import { statementsOf } from './repeated-names';
import { roleOf, type Role } from './role';
import type { Sign, SignPlace } from './signs';
import { words } from '../../words/words';

interface Place {
  readonly place: SignPlace & keyof typeof words.signs.in;
  readonly weight: number;
  readonly forms: readonly NameForm[];
  read(note: Note): string;
}

const PLACES: readonly Place[] = [
  {
    place: 'title',
    weight: 0.9,
    forms: ['name', 'short', 'initials', 'part', 'sound', 'within'],
    read: (note) => note.title,
  },
  {
    place: 'heading',
    weight: 0.8,
    forms: ['name', 'short', 'initials'],
    read: headingLinksOf,
  },
  {
    place: 'summary',
    weight: 0.6,
    forms: ['name', 'short', 'initials', 'part', 'sound', 'within'],
    read: (note) => note.summary,
  },
  {
    place: 'text',
    weight: 0.4,
    forms: ['name', 'short', 'initials', 'part', 'sound', 'within'],
    read: bodyOf,
  },
  {
    place: 'folder',
    weight: 0.6,
    forms: ['name', 'short'],
    read: (note) => folderOf(note.path).replace(/\//g, '. '),
  },
  {
    place: 'source',
    weight: 0.4,
    forms: ['name', 'short', 'initials'],
    read: (note) => note.source?.name ?? '',
  },
  {
    place: 'participants',
    weight: 0.5,
    forms: ['name', 'short', 'initials', 'part'],
    read: (note) => remarksIn(note.participants),
  },
];

const FORM_WEIGHTS: Readonly<Record<NameForm, number>> = {
  name: 1,
  short: 0.95,
  initials: 0.75,
  part: 0.7,
  sound: 0.5,
  within: 0.25,
};
/** One mention in the long text of a note says less than two. */
const ONCE_IN_TEXT = 0.8;
/** Words that may mean several accounts tell less of each. */
const SHARED = 0.6;

/** What a note tells by the names in it: at most one sign for each account and place. */
export function nameSigns(note: Note, names: NameIndex): readonly Sign[] {
  return PLACES.flatMap((place) => {
    const said = place.read(note);
    const text = mentionWords(said);
    const mentions = new Map<string, Mention[]>();
    for (const mention of names.mentionsIn(text)) {
      if (!place.forms.includes(mention.form)) continue;
      for (const key of mention.keys) {
        const known = mentions.get(key);
        if (known === undefined) mentions.set(key, [mention]);
        else known.push(mention);
      }
    }
    return [...mentions].map(([key, own]) => signOf(key, place, { said, text }, own));
  });
}

/** What stands in a place, and its words. */
interface Said {
  readonly said: string;
  readonly text: readonly MentionWord[];
}

function signOf(key: string, { place, weight }: Place, { said, text }: Said, mentions: readonly Mention[]): Sign {
  const best = mentions.reduce((a, b) => (strength(b) > strength(a) ? b : a));
  const roles = mentions.map((mention) => roleIn(text, place, mention));
  const role = strongest(roles);
  const once = place === 'text' && mentions.length === 1 ? ONCE_IN_TEXT : 1;
  const proper = mentions.some(
    ({ form, at, end }) => (form === 'name' || form === 'short') && (end - at > 1 || !text[at]!.opens),
  );
  const last = text[best.end - 1]!;
  const name = foldSpace(said.slice(text[best.at]!.from, last.from + last.written.length));
  return {
    key,
    place,
    form: best.form,
    role,
    words: best.end - best.at,
    proper,
    doubtful:
      (roles.includes('passing') && role !== 'beside') || mentions.some((mention) => isDoubtful(text, place, mention)),
    weight: weight * strength(best) * once,
    times: mentions.length,
    ...reasonOf(best, name, `${words.signs.in[place]}${words.signs.as[role ?? 'customer']}`),
  };
}

/** Behind or before a name, these say that it is that of a tool. */
const TOOL_WORDS = new Set(
  'api apis app connector connectors export exports import imports integration interface licence licences license licenses migration module platform plugin release replacement software tool version alternative'.split(
    ' ',
  ),
);
const OWNED = new Set(['our', 'your', 'their', 'its', 'his', 'her', 'my', 'unser', 'unsere', 'ihr', 'ihre', 'own']);
const AND = new Set(['and', 'und', 'et', 'y', 'e', 'plus', 'or']);

function isDoubtful(text: readonly MentionWord[], place: SignPlace, { form, at, end }: Mention): boolean {
  const before = text[at]!.opens ? undefined : text[at - 1];
  const next = text[end]?.opens === false ? text[end] : undefined;
  if (before !== undefined && OWNED.has(before.word)) return true;
  if (next !== undefined && TOOL_WORDS.has(next.word)) return true;
  // "Blue Heron and Corvane", "Corvane and Blue Heron"
  if (next !== undefined && AND.has(next.word) && isName(text[end + 1])) return true;
  if (before !== undefined && AND.has(before.word) && isName(text[at - 2])) return true;
  // In a title, any word may have a capital: "Blue Heron Kickoff".
  return place !== 'title' && form !== 'within' && next?.joined === true && isName(next);
}

/** Whether a word is written as names are: with a capital, and other letters behind it. */
function isName(word: MentionWord | undefined): boolean {
  return word !== undefined && /^\p{Lu}\p{Ll}/u.test(word.written);
}

/** Initials with an article are a thing of that name rather: "the PUD of a town hall". */
const ARTICLES = new Set(['a', 'an', 'the', 'ein', 'eine', 'un', 'une', 'una']);

function roleIn(text: readonly MentionWord[], place: SignPlace, { form, at, end }: Mention): Role {
  const before = text[at]!.opens ? undefined : text[at - 1];
  const isThing = form === 'initials' && before !== undefined && ARTICLES.has(before.word);
  return isThing ? 'passing' : roleOf(text, at, end, place === 'title');
}

function strength({ form, keys }: Mention): number {
  return FORM_WEIGHTS[form] * (keys.length > 1 ? SHARED : 1);
}

/** Of the roles of one name: a partner stays one; what is said in passing once may be said plainly next. */
function strongest(roles: readonly Role[]): Role {
  if (roles.includes('beside')) return 'beside';
  return roles.includes('customer') ? 'customer' : roles.includes(null) ? null : 'passing';
}

function reasonOf({ form }: Mention, name: string, where: string): Pick<Sign, 'kind' | 'reason'> {
  const { signs } = words;
  const found = (kind: string): Pick<Sign, 'kind' | 'reason'> => ({ kind, reason: signs.found(kind, name) });
  switch (form) {
    case 'name':
    case 'short':
      return { kind: signs.named(where), reason: signs.name(name, where) };
    case 'part':
      return found(signs.part(where));
    case 'initials':
      return found(signs.initials(where));
    case 'within':
      return found(signs.within(where));
    case 'sound':
      return { kind: signs.sounds(where), reason: signs.soundsLike(name, where) };
  }
}

/** What a note says below its summary. Where it has none of the known sections, all that stands in it. */
function bodyOf(note: Note): string {
  const statements = statementsOf(note);
  return statements === '' && note.summary === '' ? note.text.replace(/^\ufeff?---\r?\n[^]*?\n---/, '') : statements;
}

const HEADING = /^ {0,3}#{1,6}[ \t].*$/gm;

/** What the links in the headings of a note name: "### [[Blue Heron]] weekly". */
function headingLinksOf({ text }: Note): string {
  if (!text.includes('[[')) return '';
  return [...text.matchAll(HEADING)]
    .flatMap(([heading]) => [...beginning(heading).matchAll(/\[\[([^[\]]*)\]\]/g)])
    .map(([, link]) => link!.replace(/[/|#]/g, '. '))
    .join('. ');
}

function remarksIn(participants: readonly string[]): string {
  return participants
    .flatMap((participant) => [...participant.matchAll(/\(([^()]*)\)/g)].map(([, remark]) => remark!))
    .join('. ');
}
