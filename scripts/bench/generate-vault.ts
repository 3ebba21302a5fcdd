import { plusDays, type Day } from '../../src/core/base/day';
import {
  ACTIONS,
  DECISIONS,
  FACTS,
  FIRST_NAMES,
  FAMILY_NAMES,
  NAME_ENDINGS,
  NAME_STARTS,
  NAME_TAILS,
  SUMMARIES,
  TEAMS,
  THINGS,
  TOPICS,
} from './invented-words';
import { randomSource, type RandomSource } from './random-source';

/** What a generated vault holds. The same plan gives the same vault, byte for byte. */
export interface VaultPlan {
  /** Meeting notes; each account adds a page of its own. */
  readonly notes: number;
  /** Tasks of a meeting note on average; their sum is exactly `notes × tasksPerNote` where `notes` is even. */
  readonly tasksPerNote: number;
  readonly accounts: number;
  /** The first account has so many of the notes, and all of them say so; where left out, it is one among the others. */
  readonly notesOfFirst?: number;
  /** So many decisions in each meeting note, no two of them in the same words; where left out, none to two. */
  readonly decisionsPerNote?: number;
  /**
   * How many of the meeting notes, from 0 to 1, say again in other words what an earlier note of the same source says.
   */
  readonly copiesShare: number;
  readonly seed: number;
}

interface Wordings {
  /** The same action in other words. */
  readonly words: readonly string[];
  readonly tail: string;
  readonly symbol: string;
}

interface Meeting {
  readonly day: Day;
  readonly account: string;
  readonly topic: string;
  readonly people: readonly string[];
  readonly source: string;
  readonly summary: readonly string[];
  readonly actions: readonly Wordings[];
  readonly decisions: readonly string[];
  readonly facts: readonly string[];
}

const LAST_DAY: Day = '2026-11-20';
const DAYS_BACK = 700;
/** Of a hundred meeting notes, these do not say whose they are. */
const WITHOUT_ACCOUNT = 4;
/** Steps through the names so that neighbours share neither part; it has no factor in common with their number. */
const STRIDE = 37;

/** Invents a vault of meeting notes as a pipeline writes them, with account pages: texts by path. */
export function generateVault({
  notes,
  tasksPerNote,
  accounts,
  notesOfFirst = 0,
  decisionsPerNote,
  copiesShare,
  seed,
}: VaultPlan): ReadonlyMap<string, string> {
  const random = randomSource(seed);
  const names = accountNames(accounts, random);
  const people = new Map(names.map((name) => [name, Array.from({ length: 4 }, () => personName(random))]));
  const colleagues = Array.from({ length: 8 }, () => personName(random));
  const files = new Map<string, string>(
    names.map((name) => [`Customers/${name}/README.md`, accountPage(name, people.get(name)!, random)]),
  );
  const others = notesOfFirst === 0 ? names : names.slice(1);
  const earlier: Meeting[] = [];
  let borrowed = 0;

  for (let index = 0; index < notes; index++) {
    // From here on, nothing more is said about the first account.
    if (index === notesOfFirst) earlier.length = 0;
    const isOfFirst = index < notesOfFirst;
    // What one note has more, the next has less.
    borrowed = index % 2 === 1 ? -borrowed : index === notes - 1 ? 0 : random.below(Math.min(tasksPerNote, 4) + 1);
    const tasks = tasksPerNote + borrowed;
    const original = random.chance(copiesShare) && earlier.length > 0 ? random.pick(earlier) : null;
    const account = original?.account ?? (isOfFirst ? names[0]! : random.pick(others));
    const day = original?.day ?? plusDays(LAST_DAY, -random.below(DAYS_BACK));
    const topic = original?.topic ?? random.pick(TOPICS);
    const meeting: Meeting = {
      day,
      account,
      topic,
      people: original?.people ?? [random.pick(colleagues), ...random.some(people.get(account)!, 1 + random.below(3))],
      source: original?.source ?? `${day} - ${topic} ${index}`,
      summary:
        original?.summary ??
        random.some(SUMMARIES, 4 + random.below(7)).map((text) => fill(text, random, people.get(account)!)),
      actions: Array.from(
        { length: tasks },
        (_, at) => original?.actions[at] ?? invent({ day, people: people.get(account)!, colleagues, random }),
      ),
      decisions:
        original?.decisions ??
        (decisionsPerNote === undefined
          ? random.some(DECISIONS, random.below(3)).map((text) => fill(text, random, []))
          : Array.from(
              { length: decisionsPerNote },
              (_, at) =>
                `${fill(random.pick(DECISIONS), random, [])} ${random.pick(people.get(account)!)} has the ${random.pick(THINGS)} ready as CHG-${index}${at}.`,
            )),
      facts: original?.facts ?? random.some(FACTS, 1 + random.below(4)).map((text) => fill(text, random, [])),
    };
    earlier.push(meeting);
    const place = random.below(100) < 70 ? `Customers/${account}` : 'Meetings';
    const title = `${topic} with ${account}`;
    files.set(
      `${place}/${day} - ${topic} ${index}.md`,
      meetingNote(meeting, { title, stated: isOfFirst || random.below(100) >= WITHOUT_ACCOUNT, random }),
    );
  }
  return files;
}

/** Names that differ in more than their legal form, which would make them one account. */
function accountNames(count: number, random: RandomSource): readonly string[] {
  const names = NAME_STARTS.flatMap((start) => NAME_ENDINGS.map((ending) => `${start} ${ending}`));
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / names.length);
    return `${names[(index * STRIDE) % names.length]!}${round === 0 ? '' : ` ${round + 1}`}${random.pick(NAME_TAILS)}`;
  });
}

function personName(random: RandomSource): string {
  return `${random.pick(FIRST_NAMES)} ${random.pick(FAMILY_NAMES)}`;
}

/** One action, in every wording that there is of it, and its fields. */
function invent({
  day,
  people,
  colleagues,
  random,
}: {
  readonly day: Day;
  readonly people: readonly string[];
  readonly colleagues: readonly string[];
  readonly random: RandomSource;
}): Wordings {
  const state = random.state();
  // All wordings are about the same person, thing and number: each is filled from the same point of the sequence.
  const words = random.pick(ACTIONS).map((text) => fill(text, randomSource(state), people));
  const owner = random.pick(['Myself', 'TBD', random.pick(people), random.pick(colleagues), random.pick(TEAMS)]);
  const due = random.below(100) < 70 ? ` 📅 ${plusDays(day, 1 + random.below(40))}` : '';
  const priority = random.pick(['', '', ' ⏫', ' 🔼', ' 🔽']);
  const [symbol, tags] = random.pick([
    ...Array.from({ length: 16 }, () => ['?', ' #task #proposed #auto'] as const),
    [' ', ' #task #auto'] as const,
    ['/', ' #task'] as const,
    ['x', ` #task ✅ ${plusDays(day, 5)}`] as const,
    ['-', ` #task #auto ❌ ${plusDays(day, 2)}`] as const,
  ]);
  return { words, symbol, tail: ` @${owner}${due}${priority}${tags}` };
}

function fill(text: string, random: RandomSource, people: readonly string[]): string {
  const values: Readonly<Record<string, string>> = {
    thing: random.pick(THINGS),
    person: people.length === 0 ? 'the team' : random.pick(people),
    number: String(3 + random.below(400)),
  };
  const filled = text.replace(/\{(\w+)\}/g, (_, key: string) => values[key]!);
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

function accountPage(name: string, people: readonly string[], random: RandomSource): string {
  const tail = NAME_TAILS.find((ending) => ending !== '' && name.endsWith(ending)) ?? '';
  return [
    '---',
    'type: "customer"',
    `title: "${name}"`,
    `aliases: ["${name.slice(0, name.length - tail.length)}"]`,
    'status: "Active"',
    `key_contacts: [${people.map((person) => `"${person}"`).join(', ')}]`,
    'tags:',
    '  - "type/customer"',
    `  - "account/${slug(name)}"`,
    '---',
    '',
    `# ${name}`,
    '',
    `${fill(random.pick(FACTS), random, people)}`,
    '',
  ].join('\n');
}

function meetingNote(
  { day, account, topic, people, source, summary, actions, decisions, facts }: Meeting,
  {
    title,
    stated,
    random,
  }: {
    readonly title: string;
    readonly stated: boolean;
    readonly random: RandomSource;
  },
): string {
  const list = (items: readonly string[]): readonly string[] => items.flatMap((item) => ['', item]);
  return [
    '---',
    'type: "customer"',
    `title: "${title}"`,
    `date: "${day}"`,
    `account: "${stated ? account : ''}"`,
    `participants: [${people.map((person) => `"${person}"`).join(', ')}]`,
    'source: "transcript"',
    `source_ref: "Sources/Transcripts/${source}.md"`,
    'tags:',
    '  - "type/customer"',
    `  - "account/${stated ? slug(account) : ''}"`,
    '  - "generated"',
    '',
    '---',
    '',
    `# ${title}`,
    '',
    `**Date**: ${day}`,
    `**Account**: [[${stated ? account : ''}]]`,
    `**Attendees**: ${people.join(', ')}`,
    '',
    '## Summary',
    '',
    `${account} and we spoke about the ${topic.toLowerCase()}. ${summary.join(' ')}`,
    '',
    '',
    '## Action Items',
    '',
    ...list(actions.map(({ words, tail, symbol }) => `- [${symbol}] ${random.pick(words)}${tail}`)),
    '',
    '',
    '',
    '## Decisions',
    '',
    ...list(decisions.map((text) => `- ${text}`)),
    '',
    '',
    '',
    '## Key Information',
    '',
    ...list(facts.map((text) => `- ${text}`)),
    '',
    '',
    '',
    '---',
    '',
    `*Source: [[${source}]]*`,
  ].join('\n');
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
