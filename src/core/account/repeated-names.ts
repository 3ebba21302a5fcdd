import type { Note } from '../note/note';
import { wordsOf } from '../text/words';
import { participantName } from './history';

/** A name that a note repeats. */
export interface RepeatedName {
  /** As it was first written. */
  readonly name: string;
  /** How often it stands below the title. */
  readonly count: number;
  readonly inTitle: boolean;
}

const NAME =
  /\p{Lu}[\p{L}\p{N}]*(?:[-'’&.]\p{L}[\p{L}\p{N}]*)*(?:[ \u00a0](?:&[ ]|of |de |la |the )?\p{Lu}[\p{L}\p{N}]*(?:[-'’&.]\p{L}[\p{L}\p{N}]*)*)*/gu;
const CALENDAR = new Set(
  wordsOf(
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december q1 q2 q3 q4',
  ),
);

/**
 * The names that a note repeats: capitalised words that stand inside sentences, not the names of its participants.
 * A name counts from three mentions, or two where the title has it as well.
 */
export function repeatedNames(note: Note): readonly RepeatedName[] {
  const people = new Set(
    [...note.participants.map(participantName), ...note.tasks.flatMap((task) => task.owners)].flatMap(wordsOf),
  );
  const found = namesIn(`${note.summary}. ${statementsOf(note)}`).filter(
    ({ words }) => !words.some((word) => people.has(word) || CALENDAR.has(word)),
  );
  const inside = new Set(found.flatMap(({ opens, words }) => (opens ? [] : [words.join(' ')])));
  const mentions = new Map<string, { readonly name: string; count: number }>();
  for (const { name, words, opens } of found) {
    const whole = words.join(' ');
    const rest = words.slice(1).join(' ');
    // "Then Aster called": a word that opens the sentence is no part of the name.
    const isLed = opens && !inside.has(whole) && inside.has(rest);
    const key = isLed ? rest : whole;
    const entry = mentions.get(key) ?? { name: isLed ? name.replace(/^\S+\s/, '') : name, count: 0 };
    entry.count++;
    mentions.set(key, entry);
  }
  const title = ` ${wordsOf(note.title).join(' ')} `;
  return [...mentions].flatMap(([key, { name, count }]) => {
    const inTitle = title.includes(` ${key} `);
    // Several words with capitals that the title has too are a name, even where they open each sentence.
    const isName = inside.has(key) || (inTitle && key.includes(' '));
    return isName && key.length > 2 && count >= (inTitle ? 2 : 3) ? [{ name, count, inTitle }] : [];
  });
}

/** The runs of capitalised words in a text, with their folded words, and whether they open a sentence. */
function namesIn(
  text: string,
): readonly { readonly name: string; readonly words: readonly string[]; readonly opens: boolean }[] {
  return [...text.matchAll(NAME)].map((match) => {
    const name = match[0].replace(/['’]s$/u, '');
    return {
      name,
      words: wordsOf(name),
      opens: /(?:^|[.!?:;]\s*)$/.test(text.slice(Math.max(0, match.index - 3), match.index)),
    };
  });
}

/** The tasks, decisions and facts of a note as one text. */
export function statementsOf(note: Note): string {
  return [...note.tasks, ...note.decisions, ...note.facts].map((statement) => statement.text).join('. ');
}
