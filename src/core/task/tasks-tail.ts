/** How the fields of a line are written: as emoji, or as Dataview's `[due:: 2026-03-06]`. */
export type FieldFormat = 'emoji' | 'dataview';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DATES = ['📅', '📆', '🗓', '⏳', '⌛', '🛫', '➕', '✅', '❌'];
const PRIORITIES = ['🔺', '⏫', '🔼', '🔽', '⏬'];
const DATAVIEW =
  /^[[(] *(?:(?:due|scheduled|start|created|completion|cancelled):: *\d{4}-\d{2}-\d{2}|priority:: *(?:highest|high|medium|low|lowest)|repeat::[a-zA-Z0-9, !]+|onCompletion:: *[a-zA-Z]+|id:: *[a-zA-Z0-9_-]+|dependsOn:: *[a-zA-Z0-9_,-][a-zA-Z0-9_, -]*)[\])]$/;
const NOT_OF_TAG = /[ !@#$%^&*(),.?":{}|<>]/;

/**
 * Where the fields and tags begin that the Tasks plugin reads at the end of a text: it takes them off one by one,
 * backwards, and stops at anything else. `text` is a line behind its bracket, without a block id. Only fields of one
 * format are read.
 */
export function tasksTail(text: string, format: FieldFormat): number {
  let start = text.length;
  for (let end = text.trimEnd().length; end > 0; end = text.slice(0, start).trimEnd().length) {
    const before = tagStart(text, end) ?? (format === 'emoji' ? emojiStart(text, end) : dataviewStart(text, end));
    if (before === null) break;
    start = before;
  }
  return start;
}

/** Whether that plugin reads a tag at the end of a text, and with it what would be glued to it: `[[Plan #a]]⏫`. */
export function endsWithTag(text: string): boolean {
  return tagStart(text, text.length) !== null;
}

/** A tag as the Tasks plugin has it, which takes `#1` and `#a;b`, too. */
function tagStart(text: string, end: number): number | null {
  let at = end - 1;
  while (at >= 0 && !NOT_OF_TAG.test(text[at]!)) at--;
  return text[at] === '#' && at < end - 1 && (at === 0 || text[at - 1]!.trim() === '') ? at : null;
}

function emojiStart(text: string, end: number): number | null {
  const priority = signStart(text, end, PRIORITIES);
  if (priority !== null) return priority;
  if (DAY.test(text.slice(Math.max(0, end - 10), end))) {
    const date = signStart(text, spacesBack(text, end - 10), DATES);
    if (date !== null) return date;
  }
  const word = backOver(text, end, /[a-zA-Z0-9_-]/);
  const named = word === end ? null : signStart(text, spacesBack(text, word), ['🆔']);
  if (named !== null) return named;
  const letters = backOver(text, end, /[a-zA-Z]/);
  const completion = letters === end ? null : signStart(text, spacesBack(text, letters), ['🏁']);
  if (completion !== null) return completion;
  const rule = backOver(text, end, /[a-zA-Z0-9, !]/);
  const recurrence = rule === end ? null : signStart(text, rule, ['🔁']);
  if (recurrence !== null) return recurrence;
  const ids = backOver(text, end, /[a-zA-Z0-9_, -]/);
  return text
    .slice(ids, end)
    .split(',')
    .every((id) => /^[a-zA-Z0-9_-]+$/.test(id.trim()))
    ? signStart(text, ids, ['⛔'])
    : null;
}

function dataviewStart(text: string, end: number): number | null {
  const close = text[end - 1] === ',' ? text.slice(0, end - 1).trimEnd().length : end;
  const closing = text[close - 1];
  if (closing !== ')' && closing !== ']') return null;
  const open = text.lastIndexOf(closing === ')' ? '(' : '[', close - 1);
  // Spaces before the bracket are none of the value.
  const field = `${text.slice(open, spacesBack(text, close - 1))}${closing}`;
  return open !== -1 && DATAVIEW.test(field) ? open : null;
}

/** Where one of some emoji begins that ends at an offset, with a variation selector or without. */
function signStart(text: string, end: number, signs: readonly string[]): number | null {
  const bare = text[end - 1] === '\ufe0f' ? end - 1 : end;
  const sign = signs.find((one) => text.endsWith(one, bare));
  return sign === undefined ? null : bare - sign.length;
}

function spacesBack(text: string, end: number): number {
  return backOver(text, end, / /);
}

function backOver(text: string, end: number, character: RegExp): number {
  let at = end;
  while (at > 0 && character.test(text[at - 1]!)) at--;
  return at;
}
