import type { RandomSource } from '../../scripts/bench/random-source';
import type { Line, NoteText } from './note-text';

const WORDS = [
  'Send the rack layout to Ilse',
  'Send the rack layout to Ilse again',
  'Call Ilse',
  'Attend the call',
  'Order two switches',
  'Order three switches',
  'Check the cold store',
];
const OWNERS = ['', '', ' @Myself', ' @Bruno', ' @Pavel'];
const DAYS = ['', '', ' 📅 2026-03-06', ' 📅 2026-04-18 ⏫'];
const TAGS = [' #task #proposed #auto', ' #task #proposed #auto', ' #proposed', ' #task', ''];
const MARKERS = ['- ', '- ', '- ', '* ', '  - ', '1. ', '> - '];
const SYMBOLS = ['?', '?', '?', '?', ' ', 'x', '-', '/'];
const HEADINGS = ['## Action Items', '## Decisions', '## Follow-ups', '### Later', '## Action Items'];

/** Where the lines of notes come from: few words, so that many lines are equal and many nearly so. */
export interface NotePool {
  /** A number that no line had before. */
  newId(): number;
  /** Any line. */
  line(): string;
  /** A task line, mostly proposed. Its words are those of many others, or (`alone`) of no other. */
  task(alone?: boolean): string;
  /** A line that no other line equals. */
  paragraph(): string;
  /** A task line in another state, as a person types it. */
  decided(text: string): string;
  note(): NoteText;
}

export function createNotePool(random: RandomSource): NotePool {
  let ids = 0;
  let numbers = 0;
  const paragraph = (): string => `Paragraph ${++numbers}.`;
  const task = (alone = random.chance(0.45)): string => {
    const words = alone ? `Send offer ${++numbers}` : random.pick(WORDS);
    const symbol = random.pick(SYMBOLS);
    const tags = symbol === '?' ? random.pick(TAGS.slice(0, 3)) : random.pick(TAGS);
    const blockId = random.chance(0.05) ? ` ^b${++numbers}` : '';
    const recurring = random.chance(0.03) ? ' 🔁 every week' : '';
    return `${random.pick(MARKERS)}[${symbol}] ${words}.${random.pick(OWNERS)}${recurring}${random.pick(DAYS)}${tags}${blockId}`;
  };
  const line = (): string => {
    const kind = random.below(20);
    if (kind < 9) return task();
    if (kind < 13) return paragraph();
    if (kind < 16) return '';
    if (kind < 18) return random.pick(HEADINGS);
    return random.pick(['---', 'Some words.', '- A remark.', '  more of it']);
  };
  return {
    newId: () => ++ids,
    line,
    task,
    paragraph,
    decided: (text) => text.replace(/\[.\]/u, `[${random.pick(['x', ' ', '-', '?', '/'])}]`),
    note() {
      const front = random.chance(0.8)
        ? ['---', 'tags: [type/customer]', `date: 2026-0${1 + random.below(9)}-11`, '---']
        : ['#type/customer'];
      const texts = [...front, '', '## Summary', paragraph(), '', '## Action Items'];
      for (let count = 6 + random.below(16); count > 0; count--) texts.push(line());
      if (random.chance(0.4)) texts.push('```', random.pick(texts), task(), '```');
      if (random.chance(0.2)) texts.push('%%', random.pick(texts), '%%');
      texts.push('## Decisions', '- One of them.', ...(random.chance(0.8) ? [''] : []));
      const ends: readonly Line['end'][] = random.pick([
        ['\n'],
        ['\n'],
        ['\r\n'],
        ['\n', '\r\n'],
        ['\n', '\r\n', '\r'],
      ]);
      const lines = texts.map((text, index): Line => {
        // A lone CR before an LF would be one line end.
        const end = texts[index + 1] === '' ? ends[0]! : random.pick(ends);
        return { id: ++ids, text, end: index === texts.length - 1 ? '' : end };
      });
      return { mark: random.chance(0.1) ? '\ufeff' : '', lines };
    },
  };
}
