import { foldText, wordsOf } from '../text/words';
import { conceptAt, isStopWord } from './concepts';
import { stem } from './stem';
import { onDial, readFacts, type TextFacts } from './text-facts';

/** What a text says, taken apart so that texts can be compared. */
export interface Profile {
  /** What it speaks of, as the numbers that its reader gave, ascending. */
  readonly tokens: readonly number[];
  /** What each token weighs. */
  readonly weights: readonly number[];
  /** The same tokens in the order of the text, without those that say little. */
  readonly sequence: readonly number[];
  /** The sum of the weights. */
  readonly weight: number;
  readonly facts: TextFacts;
  /** The kind of action it asks for, or null. */
  readonly action: string | null;
  /** Tokens written like names inside of a sentence. */
  readonly names: readonly number[];
  /** The sides it takes of opposites: which one on which axis. */
  readonly sides: ReadonlyMap<string, string>;
  readonly negated: boolean;
}

/** A text folded: case, quotes, hyphens, width and punctuation do not count. */
export function normalText(text: string): string {
  return wordsOf(text).join(' ');
}

/** Whole numbers, so that their sums do not depend on their order. */
const WEIGHTS = { ticket: 15, fact: 8, month: 5, action: 3, verb: 2, word: 10, weak: 7 } as const;
/** Words that say little of what is to be done with what. */
const WEAK_WORDS: ReadonlySet<string> = new Set(
  'team note item point topic question next current open date day week month quarter year time end new old full internal external possible relevant related additional necessary follow part way work plan detail information before after project customer'
    .split(' ')
    .map(stem),
);

const OPPOSITES: readonly (readonly [axis: string, sides: readonly string[]])[] = [
  ['switch', ['enable activate on', 'disable deactivate off']],
  ['amount', ['increase raise grow expand', 'decrease reduce lower cut shrink']],
  ['content', ['add include append', 'remove delete drop exclude']],
  ['answer', ['accept approve agree', 'reject decline refuse deny']],
  ['scope', ['internal inhouse', 'external']],
  ['place', ['production live', 'staging', 'development', 'sandbox']],
  ['rank', ['primary', 'secondary']],
  ['load', ['upload import inbound', 'download export outbound']],
  ['version', ['upgrade', 'downgrade rollback']],
  ['length', ['extend prolong', 'shorten']],
  ['north', ['north northern', 'south southern', 'east eastern', 'west western']],
  ['noon', ['morning', 'afternoon', 'evening']],
  ['every', ['daily', 'weekly', 'monthly', 'quarterly', 'yearly annual']],
  ['trade', ['buy purchase', 'sell']],
  ['order', ['before', 'after']],
  ['hand', ['left', 'right']],
  ['extreme', ['minimum', 'maximum']],
  ['pace', ['start begin', 'stop']],
  ['heat', ['hot', 'cold']],
  ['state', ['draft', 'final']],
  ['wire', ['wired', 'wireless']],
  ['side', ['front frontend', 'backend']],
  ['door', ['indoor', 'outdoor']],
  ['hardsoft', ['hardware', 'software firmware']],
];
const SIDES: ReadonlyMap<string, readonly [axis: string, side: string]> = new Map(
  OPPOSITES.flatMap(([axis, sides]) =>
    sides.flatMap((words, side) => words.split(' ').map((word) => [stem(word), [axis, String(side)]] as const)),
  ),
);
const NEGATIONS: ReadonlySet<string> = new Set(
  'no not never none nothing without cannot cant wont dont doesnt isnt arent wasnt nobody neither nor'.split(' '),
);
/** What a sentence may say before its action. */
const PREAMBLE: ReadonlySet<string> = new Set(
  'please to we i us they the team needs need must should will shall has have remember ensure make sure try lets let todo action then also and urgently quickly promptly asap kindly internally jointly formally together is are be would like want wants'.split(
    ' ',
  ),
);
const LONGEST_PREAMBLE = 5;

/** What is known of a word as it is written. */
interface WordForm {
  readonly word: string;
  readonly stem: string;
  readonly side: readonly [axis: string, side: string] | undefined;
  readonly negates: boolean;
}

/** A sentence is never so long (in UTF-16 units): what comes after is not compared. */
const LONGEST_TEXT = 2_000;
const BEYOND_ASCII = /[^\n -~]/;
const MARKUP = /\]\]|\[\[|[*_`|]/g;
/** "(surname not given)": what a writer says of what is missing says nothing of the matter. */
const REMARK =
  /\([^()]{0,40}\b(?:not (?:given|named|known|stated|specified|mentioned)|unknown|unnamed|unclear|tbd|tbc)\b[^()]{0,20}\)/gi;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}']*/gu;
const ASCII_WORD = /[a-zA-Z0-9][a-zA-Z0-9']*/g;
const NO_SIDES: ReadonlyMap<string, string> = new Map();
const NO_NAMES: readonly number[] = [];

/**
 * Takes texts apart. The profiles of one reader can be compared: it knows each word once, and gives each token a
 * number.
 */
export class TextReader {
  private readonly forms = new Map<string, WordForm>();
  private readonly numbers = new Map<string, number>();

  /** What a text says. It depends on the text alone, but for the numbers of its tokens. */
  read(text: string): Profile {
    const { facts, rest } = readFacts(plainStart(text));
    const written = rest.match(BEYOND_ASCII.test(rest) ? WORD : ASCII_WORD) ?? [];
    const forms = written.map((word) => this.formOf(word));
    const stems = forms.map((form) => form.stem);
    const tokens = new Map<number, number>();
    let names: readonly number[] = NO_NAMES;
    const sequence: number[] = [];
    const add = (token: string, weight: number): number => {
      const number = this.numberOf(token);
      if (!tokens.has(number)) tokens.set(number, weight);
      return number;
    };
    let sides = NO_SIDES;
    let action: string | null = null;
    let negated = false;
    let preamble = true;
    for (let at = 0, length: number; at < forms.length; at += length) {
      const { word, stem: own, side, negates } = forms[at]!;
      const concept = conceptAt(stems, at);
      length = concept?.words.length ?? 1;
      if (side !== undefined) sides = new Map([...sides, side]);
      negated ||= negates;
      const leads = preamble && concept !== null && concept.action !== null && !isBent(word);
      if (concept !== null && concept.action !== null && (leads || !concept.leading)) {
        if (leads || isParticiple(word)) action ??= concept.action;
        sequence.push(add(`@${concept.action}`, WEIGHTS.action));
        if (concept.leading) add(concept.token, WEIGHTS.verb);
      } else if (length > 1 || !isStopWord(word)) {
        const isWeak = WEAK_WORDS.has(own);
        const token = add(concept?.token ?? own, isWeak ? WEIGHTS.weak : WEIGHTS.word);
        if (!isWeak) sequence.push(token);
        if (at > 0 && isName(written[at]!)) names = [...names, token];
      }
      preamble &&= at < LONGEST_PREAMBLE && PREAMBLE.has(word);
    }
    addFacts(facts, add);
    // Nothing but words that carry nothing: such texts are alike only where they are equal.
    const normal = tokens.size === 0 ? normalText(text) : '';
    if (normal !== '') add(normal, WEIGHTS.word);
    const sorted = [...tokens].sort(([a], [b]) => a - b);
    return {
      facts,
      action,
      names,
      sequence: sequence.slice(),
      sides,
      negated,
      tokens: sorted.map(([token]) => token),
      weights: sorted.map(([, weight]) => weight),
      weight: sorted.reduce((sum, [, weight]) => sum + weight, 0),
    };
  }

  private formOf(written: string): WordForm {
    const known = this.forms.get(written);
    if (known !== undefined) return known;
    const word = foldText(written).replace(/'s$/, '').replace(/'/g, '');
    const own = stem(word);
    const form = { word, stem: own, side: SIDES.get(own), negates: NEGATIONS.has(word) };
    this.forms.set(written, form);
    return form;
  }

  private numberOf(token: string): number {
    const known = this.numbers.get(token);
    if (known !== undefined) return known;
    this.numbers.set(token, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** The beginning of a text, without its markup and remarks, its dashes and apostrophes as ASCII has them. */
function plainStart(text: string): string {
  const start = text.slice(0, LONGEST_TEXT);
  const plain = BEYOND_ASCII.test(start)
    ? start
        .normalize('NFKC')
        .replace(/[\u2010-\u2015\u2212\u00ad]/g, '-')
        .replace(/[’‘´]/g, "'")
    : start;
  return plain.replace(MARKUP, ' ').replace(REMARK, ' ');
}

function addFacts(facts: TextFacts, add: (token: string, weight: number) => void): void {
  for (const ticket of facts.tickets) add(`#${ticket}`, WEIGHTS.ticket);
  for (const sort of ['amounts', 'days', 'weekdays', 'durations', 'periods', 'ordinals', 'labels'] as const) {
    for (const fact of facts[sort]) add(`${sort}:${fact}`, WEIGHTS.fact);
  }
  for (const time of facts.times) add(`time:${onDial(time)}`, WEIGHTS.fact);
  for (const month of facts.months) add(`month:${month}`, WEIGHTS.month);
}

/** Whether a token that weighs so much is a fact: a ticket, an amount, a day. */
export function isFactWeight(weight: number): boolean {
  return weight === WEIGHTS.fact || weight === WEIGHTS.ticket;
}

/** Whether what weighs so much is more than a single word. */
export function isMoreThanAWord(weight: number): boolean {
  return weight > WEIGHTS.word;
}

function isParticiple(word: string): boolean {
  return /(?:ed|en|t|own)$/.test(word);
}

/** Whether a verb is bent so that it asks for nothing: "monitoring is extended". */
function isBent(word: string): boolean {
  return word.length > 5 && /(?:ing|ed)$/.test(word);
}

function isName(word: string): boolean {
  return /^\p{Lu}[\p{L}\p{N}]/u.test(word);
}
