import { foldText, wordsOf } from '../text/words';
import { conceptAt, isStopWord, type Concept } from './concepts';
import { stem } from './stem';
import { readFacts, type TextFacts } from './text-facts';

/** What a text says, taken apart so that texts can be compared. It depends on the text alone. */
export interface Profile {
  /** The text folded: case, quotes, hyphens, width and punctuation do not count. */
  readonly normal: string;
  /** What it speaks of, each with its weight. */
  readonly tokens: ReadonlyMap<string, number>;
  /** The sum of the weights. */
  readonly weight: number;
  readonly facts: TextFacts;
  /** The kind of action it asks for, or null. */
  readonly action: string | null;
  /** Tokens written like names inside of a sentence. */
  readonly names: ReadonlySet<string>;
  /** The sides it takes of opposites: `direction:up`. */
  readonly sides: ReadonlyMap<string, string>;
  readonly negated: boolean;
}

/** The text as two lines of the same words have it. */
export function normalText(text: string): string {
  return wordsOf(text).join(' ');
}

const WEIGHTS = { ticket: 1.5, fact: 0.8, month: 0.5, action: 0.7, name: 1, word: 1, weak: 0.5 } as const;
/** Words that say little of what is to be done with what. */
const WEAK_WORDS: ReadonlySet<string> = new Set(
  'team note item point topic question next current open date day week month quarter year time end new old full internal external possible relevant related additional necessary follow part way work plan detail information before after project customer'.split(' ').map(stem),
);

const OPPOSITES: readonly (readonly [axis: string, sides: readonly string[]])[] = [
  ['switch', ['enable activate on', 'disable deactivate off']], ['amount', ['increase raise grow expand', 'decrease reduce lower cut shrink']],
  ['content', ['add include append', 'remove delete drop exclude']], ['answer', ['accept approve agree', 'reject decline refuse deny']],
  ['scope', ['internal inhouse', 'external']], ['place', ['production live', 'staging', 'development', 'sandbox']], ['rank', ['primary', 'secondary']],
  ['load', ['upload import inbound', 'download export outbound']], ['version', ['upgrade', 'downgrade rollback']], ['length', ['extend prolong', 'shorten']],
  ['north', ['north northern', 'south southern', 'east eastern', 'west western']], ['noon', ['morning', 'afternoon', 'evening']],
  ['every', ['daily', 'weekly', 'monthly', 'quarterly', 'yearly annual']], ['trade', ['buy purchase', 'sell']], ['order', ['before', 'after']],
  ['hand', ['left', 'right']], ['extreme', ['minimum', 'maximum']], ['pace', ['start begin', 'stop']], ['heat', ['hot', 'cold']], ['state', ['draft', 'final']],
  ['wire', ['wired', 'wireless']], ['side', ['front frontend', 'backend']], ['door', ['indoor', 'outdoor']], ['hardsoft', ['hardware', 'software firmware']],
];
const SIDES: ReadonlyMap<string, readonly [axis: string, side: string]> = new Map(
  OPPOSITES.flatMap(([axis, sides]) => sides.flatMap((words, side) => words.split(' ').map((word) => [word, [axis, String(side)]] as const))),
);
const NEGATIONS: ReadonlySet<string> = new Set('no not never none nothing without cannot cant wont dont doesnt isnt arent wasnt nobody neither nor'.split(' '));
/** What a sentence may say before its action. */
const PREAMBLE: ReadonlySet<string> = new Set(
  'please to we i us they the team needs need must should will shall has have remember ensure make sure try lets let todo action then also and urgently quickly promptly asap kindly internally jointly formally together is are be would like want wants'.split(' '),
);
const LONGEST_PREAMBLE = 5;

/** Takes a text apart. */
export function profileOf(text: string): Profile {
  const plain = text.normalize('NFKC').replace(/[\u2010-\u2015\u2212\u00ad]/g, '-').replace(/[’‘`´]/g, "'").replace(/\]\]|\[\[|[*_`|]/g, ' ');
  const { facts, rest } = readFacts(plain);
  const written = rest.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}']*/gu) ?? [];
  const words = written.map((word) => foldText(word).replace(/'s$/, '').replace(/'/g, ''));
  const stems = words.map(stem);
  const tokens = new Map<string, number>();
  const names = new Set<string>();
  const sides = new Map<string, string>();
  let action: string | null = null;
  let negated = false;
  let preamble = true;
  for (let at = 0, concept: Concept; at < words.length; at += concept.length) {
    concept = conceptAt(stems, at);
    const word = words[at]!;
    const side = SIDES.get(word);
    if (side !== undefined) sides.set(...side);
    negated ||= NEGATIONS.has(word);
    const leads = preamble && concept.action !== null;
    const passive = concept.action !== null && !concept.leading && action === null && isParticiple(word);
    if (leads || passive) action ??= concept.action;
    if (concept.action !== null && (leads || !concept.leading)) add(`@${concept.action}`, WEIGHTS.action);
    else if (concept.length > 1 || !isStopWord(word)) {
      if (at > 0 && isName(written[at]!)) names.add(concept.token);
      add(concept.token, WEAK_WORDS.has(stems[at]!) ? WEIGHTS.weak : names.has(concept.token) ? WEIGHTS.name : WEIGHTS.word);
    }
    preamble &&= at < LONGEST_PREAMBLE && PREAMBLE.has(word);
  }
  for (const ticket of facts.tickets) add(`#${ticket}`, WEIGHTS.ticket);
  for (const sort of ['amounts', 'days', 'weekdays', 'times', 'periods', 'ordinals', 'labels'] as const) {
    for (const fact of facts[sort]) add(`${sort}:${fact}`, WEIGHTS.fact);
  }
  for (const month of facts.months) add(`month:${month}`, WEIGHTS.month);
  const normal = normalText(text);
  // Nothing but words that carry nothing: such texts are alike only where they are equal.
  if (tokens.size === 0) add(normal, WEIGHTS.word);
  let weight = 0;
  for (const one of tokens.values()) weight += one;
  return { normal, tokens, weight, facts, action, names, sides, negated };

  function add(token: string, tokenWeight: number): void {
    if (token !== '' && !tokens.has(token)) tokens.set(token, tokenWeight);
  }
}

function isParticiple(word: string): boolean {
  return /(?:ed|en|t|own)$/.test(word);
}

function isName(word: string): boolean {
  return /^\p{Lu}[\p{L}\p{N}]/u.test(word);
}
