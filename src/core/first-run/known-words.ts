import { once, remembered } from '../base/remembered';
import { foldKey, foldLabel, keyWords } from '../note/key-words';
import { isCustomerWord } from '../note/missed';
import { isMeetingWord, KIND_KEYS } from '../note/kind';

const words = once(() => keyWords(['account', 'customer', 'client']));

/** A name in the plural, and what it may be in the singular, folded. */
function singulars(name: string): readonly string[] {
  return [
    name,
    name.replace(/ies$/, 'y'),
    ...['s', 'es', 'n', 'en', 'er'].flatMap((end) => (name.endsWith(end) ? [name.slice(0, -end.length)] : [])),
  ];
}

/** The words of a name as people give names to folders, tags and keys: `10 AI-Notes` is `ai`, `notes`. */
function wordsIn(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .split(/[\s_./-]+/)
    .map(foldLabel)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
}

const MOST_WORDS = 8;

/** Whether a word is one for customers, in one of many languages, or their plural. */
export const tellsCustomers = remembered((word): boolean => {
  const folded = foldLabel(word);
  return (
    isCustomerWord(folded) ||
    FURTHER.test(folded) ||
    singulars(folded).some((one) => words().toldBy(one)?.told === 'account')
  );
});

/** Customers that are not yet some, or are called otherwise. */
const FURTHER = /^(?:prospects?|leads?|mandant(?:en)?|cuentas?|contas?)$/;

/** Whether the name of a folder says that it holds customers: `Clients`, `02 My customers`. */
export const isCustomersFolder = remembered((name): boolean => {
  const parts = wordsIn(name);
  return parts.length <= 3 && parts.some(tellsCustomers);
});

/** What a key of front matter tells: an account for sure, one perhaps (whose else is a company?), people, or nothing. */
export const toldByKey = remembered((key): 'account' | 'company' | 'people' | null => {
  const folded = foldKey(key);
  const told = words().toldBy(folded)?.told ?? null;
  if (told === 'people') return told;
  if (told !== 'account') return null;
  return isCustomerWord(folded.replace(/name$/, '')) ? 'account' : 'company';
});

/** Keys that say what a note is. */
export function isKindKey(key: string): boolean {
  return KIND_KEYS.includes(foldKey(key));
}

/** Whether a word says that a note is one of a meeting. */
export const tellsMeeting = remembered((word): boolean => {
  const folded = foldLabel(word);
  return singulars(folded).some(isMeetingWord) || /^(?:minutes|protokolle?|notulen|comptesrendus)$/.test(folded);
});

/** Tools that write notes of meetings, and what people call such notes. */
const MACHINE =
  /^(?:granola|fireflies(?:ai)?|otter(?:ai)?|fathom|tldv|readai|plaud|krisp|avoma|circleback|bluedot|supernormal|notta|sembly|meetgeek|tactiq|notetaker)$/;
/** Those whose names are also of calls, topics or people. */
const CALLS = /^(?:zoom|teams|meet|webex|ai|gemini|copilot|gong|chorus|jamie|grain)$/;
const WRITTEN = /^(?:summary|summaries|recap|recaps|notes?|uuid|id|recordings?|transcripts?|bot)$/;
/** Keys that say by what a note was written. */
const SOURCE =
  /^(?:source|tool|generator|via|origin|app|author|recorder|notetaker|provider|integration|(?:generated|created|recorded|transcribed|summari[sz]ed|written|captured|imported)(?:by|from|with))$/;

/** Whether a name of a folder, a tag or a key speaks of notes that a machine wrote. */
export const tellsMachine = remembered((name): boolean => {
  const parts = wordsIn(name);
  return (
    MACHINE.test(parts.join('')) ||
    (parts.length <= 4 &&
      (parts.some((word) => MACHINE.test(word)) ||
        (parts.some((word) => CALLS.test(word)) && parts.some((word) => WRITTEN.test(word)))))
  );
});

/** Whether the name of a folder or a tag does: what is called by a tool for calls alone holds what it wrote. */
export function placeTellsMachine(name: string): boolean {
  return tellsMachine(name) || /^(?:zoom|webex)$/.test(foldLabel(name));
}

/** Whether a value at a key says that a machine wrote the note: `source: granola`. */
export function valueTellsMachine(key: string, value: string): boolean {
  if (!SOURCE.test(foldKey(key)) && !isKindKey(key)) return false;
  return tellsMachine(value) || (!isKindKey(key) && CALLS.test(foldLabel(value)));
}
