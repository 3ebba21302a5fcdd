import { fail, succeed, type Result } from './base/result';
import { parseHeading, parseMeaning, parsePerson, printSpelling } from './setting-items';
import { parseItemOf, SECTION_NAMES, type ListKey, type SectionName, type Settings } from './settings';
import type { TaskStatus } from './task/status';
import { foldText } from './text/words';
import { words } from '../words/words';

const { faults } = words.settings;

/** A setting that is written as text, with an item on each line. */
export interface SettingText {
  print(settings: Settings): string;
  /** The setting that a text means, or what is wrong with it, in a sentence. */
  parse(text: string): Result<Partial<Settings>>;
}

/** The names of the settings that are written as text. */
export type TextSetting = keyof typeof SETTING_TEXTS;

/** `decisions: Sign-offs, Verdicts` on a line for each section. */
const SECTION_WORDS_TEXT: SettingText = {
  print: ({ sectionWords }) =>
    SECTION_NAMES.filter((name) => sectionWords[name].length > 0)
      .map((name) => `${name}: ${sectionWords[name].join(', ')}`)
      .join('\n'),
  parse(text) {
    const found: Record<SectionName, string[]> = { actions: [], decisions: [], facts: [], summary: [] };
    for (const line of linesOf(text)) {
      const colon = line.indexOf(':');
      const name = SECTION_NAMES.find((known) => known === line.slice(0, colon).trim().toLowerCase());
      if (colon === -1 || name === undefined) return fail(faults.section(line, SECTION_NAMES));
      for (const word of line.slice(colon + 1).split(',')) {
        if (word.trim() === '') continue;
        const heading = parseHeading(word);
        if (!heading.ok) return heading;
        found[name].push(heading.value);
      }
    }
    return succeed({ sectionWords: found });
  },
};

/** How they are written. */
export const SETTING_TEXTS = {
  noteTags: listText('noteTags', faults.noTag),
  noteFolders: listText('noteFolders'),
  noteProperties: listText('noteProperties'),
  excludedFolders: listText('excludedFolders'),
  accountKeys: listText('accountKeys', faults.noKey),
  accountFolders: listText('accountFolders'),
  accountTags: listText('accountTags', faults.noTag),
  myNames: listText('myNames'),
  ownDomains: listText('ownDomains'),
  machineTags: listText('machineTags'),
  machineFolders: listText('machineFolders'),
  machineProperties: listText('machineProperties'),
  sectionWords: SECTION_WORDS_TEXT,
  people: {
    print: ({ people }) =>
      people
        .map((spellings) => spellings.map(printSpelling))
        .map(([shown, ...others]) => `${shown} = ${others.join(', ')}`)
        .join('\n'),
    parse(text) {
      const found: (readonly string[])[] = [];
      const taken = new Set<string>();
      for (const line of linesOf(text)) {
        const person = parsePerson(line);
        if (!person.ok) return person;
        const twice = person.value.find((spelling) => taken.has(foldText(spelling)));
        if (twice !== undefined) return fail(faults.twoPeople(twice));
        person.value.forEach((spelling) => taken.add(foldText(spelling)));
        found.push(person.value);
      }
      return succeed({ people: found });
    },
  },
  statusSymbols: {
    print: ({ statusSymbols: own }) =>
      Object.entries(own)
        .map(([symbol, status]) => `${symbol} ${status}`)
        .join('\n'),
    parse(text) {
      const found = new Map<string, TaskStatus>();
      for (const line of linesOf(text)) {
        const meaning = parseMeaning(line);
        if (!meaning.ok) return meaning;
        const { symbol, status } = meaning.value;
        if (found.has(symbol)) return fail(faults.twice(symbol));
        found.set(symbol, status);
      }
      return succeed({ statusSymbols: Object.fromEntries(found) });
    },
  },
} satisfies Readonly<Record<string, SettingText>>;

function listText(key: ListKey, whenEmpty: string | null = null): SettingText {
  const parseItem = parseItemOf(key);
  return {
    print: (settings) => settings[key].join('\n'),
    parse(text) {
      const items = new Set<string>();
      for (const line of linesOf(text)) {
        const item = parseItem(line);
        if (!item.ok) return item;
        items.add(item.value);
      }
      return items.size === 0 && whenEmpty !== null ? fail(whenEmpty) : succeed({ [key]: [...items] });
    },
  };
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
