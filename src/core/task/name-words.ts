/** Between the parts of a name: `Ana de la Cruz`, `Wim van der Laan`. */
export const PARTICLES: ReadonlySet<string> = words(
  'van von der den de del della di da do dos das du la le las los el al bin ibn ben bint ter ten te zu zur zum af av',
);

/** At the end of the name of several people: `Field operations team`, `3rd line`. */
export const GROUPS: ReadonlySet<string> = words(
  'team teams desk group line crew board squad staff department dept office committee',
);

/** Behind a name, they are a part of it: `Sammy Dee, Jr.` */
export const SUFFIXES: ReadonlySet<string> = words('jr sr ii iii iv phd md esq inc ltd llc gmbh co corp');

/** Before or behind a name, with a full stop. */
export const ABBREVIATED: ReadonlySet<string> = words('jr sr inc ltd co corp dr mr mrs ms prof st');

/** No name goes on with one of them; what does is a sentence. */
export const SENTENCE_WORDS: ReadonlySet<string> = words(
  'about to for the with on in at from that whether if when by will would is are should has have before after ' +
    'please asap next now then also too can could must may might need needs it this these those a an all us me them ' +
    'him her everything how what where why who again until till via as not be was were our their his your my re ' +
    'regarding today tomorrow tonight',
);

/** Before a day they say what it is. */
export const LABELS: ReadonlySet<string> = words('by until till before on');

/** Behind a name at the start of a line they say what somebody does: `@Ana Lopez to draft it`. */
export const MODALS: ReadonlySet<string> = words('to will should must shall can may is needs has');

/** Behind them, `to` says to whom: `@Ana Talk to the port`. */
export const VERBS_OF_TO: ReadonlySet<string> = words(
  'talk speak write reply respond send listen reach get go move add return connect refer report present explain ' +
    'forward escalate commit agree link push sign submit hand give bring deliver switch migrate upgrade continue try',
);

const DAYS: ReadonlySet<string> = words(
  'today tomorrow tonight yesterday now noon midnight morning afternoon evening eod eow eom eoy asap monday tuesday ' +
    'wednesday thursday friday saturday sunday weekend week month quarter year next this',
);
/** One of some words with a capital that says a day or a time. */
export const DAY_IN_WORDS = new RegExp(
  `(?:^| )(?:${[...DAYS].flatMap((day) => [day[0]!.toUpperCase() + day.slice(1), day.toUpperCase()]).join('|')})(?: |$)`,
);

/** Names of people, too, where they begin with a capital. */
const SHORT_DAYS: ReadonlySet<string> = words(
  'mon tue tues wed weds thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec',
);
const NUMBERED = /^(?:\d|[qQ][1-4]$)/;
const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}$/i;

/** Whether a word, with the one behind it, says a day or a time and no name: `3pm`, `today`, `2026-03-06`, `May 5`. */
export function isDayWord(word: string, following: string): boolean {
  return (
    DAYS.has(word.toLowerCase()) ||
    SHORT_DAYS.has(word) ||
    NUMBERED.test(word) ||
    (following !== '' && /^\d{1,2}(?!\d)/.test(following) && MONTHS.test(word))
  );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
