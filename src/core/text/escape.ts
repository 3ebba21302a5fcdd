import { visible } from './inline';
import { foldSpace } from './space';

/**
 * A text from a note as Markdown that shows just this text wherever it is put: nothing of it is a link, tag, task,
 * code, HTML, comment, formula, field of Dataview or command of Templater. It comes back as one line, white space
 * folded, with what cannot be seen named (`[U+202E]`). What needs no escape stays as it is, and so do addresses of http
 * and https.
 */
export function escape(text: string): string {
  return escapeSigns(visible(foldSpace(text)));
}

/** The same for one line whose white space is folded, with each character kept. */
export function escapeSigns(line: string): string {
  const opening = OPENING.exec(line)?.[0].length ?? -1;
  return line.replace(SIGN, (sign, at: number) => (at === opening || isLive(line, sign, at) ? `\\${sign}` : sign));
}

/**
 * A link to a note of the vault that shows its title. A title that would be more than text stands beside the link, one
 * of a path that no link can hold by itself.
 */
export function noteLink(path: string, title: string): string {
  const shown = escape(title);
  if (!isLinkable(path)) return shown;
  const target = path.replace(/\.md$/i, '');
  return shown === title && title !== '' ? `[[${target}|${title}]]` : `${shown} ([[${target}|note]])`.trimStart();
}

/** Whether a path can be the target of a link: no sign of it ends the link or means something else in it. */
export function isLinkable(path: string): boolean {
  return path !== '' && !UNLINKABLE.test(path);
}

/**
 * What opens a block at the start of a line, up to the sign that is escaped: `- `, `+ `, `--`, `> `, `# `, `===`, `1.
 * `.
 */
const OPENING = /^(?:\d{1,9}(?=[.)](?: |$))|(?=[-+](?:[ -]|$)|>|#+(?: |$)|=+ *$))/;
const SIGN = /[-+.)>\\`*_[\]<&%{$~=|#:^]/g;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}]/u;
const ENTITY = /&#?[a-z0-9]{1,32};/iy;
/** A number such as `#4521`, which is no tag. */
const NUMBER = /#\d+(?=[ !-,.:-@[-^`{-~]|$)/y;
const UNLINKABLE = /[[\]|#^`<*$\\\p{C}\u2028\u2029]|%%|\{\{|::|~~|==/u;

/** Whether the sign at an offset of a line would be more than a sign there, whatever stands around the line. */
function isLive(line: string, sign: string, at: number): boolean {
  const before = line[at - 1] ?? '';
  const after = line[at + 1] ?? '';
  switch (sign) {
    case '`':
    case '[':
    case ']':
    case '|':
    case '$':
      return true;
    case '\\':
      return after === '' || PUNCTUATION.test(after);
    case '*':
      return before !== ' ' || after !== ' ';
    case '_':
      return (before !== ' ' || after !== ' ') && !(WORD.test(before) && WORD.test(after));
    case '<':
      return after !== ' ';
    case '%':
      return before === '%' || before === '<' || after === '%';
    case '=':
      return before === '=' || before === '$' || after === '=';
    case '{':
    case '~':
      return before === sign || after === sign;
    case ':':
      return before === ':' || (line.startsWith('//', at + 1) && !/https?$/i.test(line.slice(Math.max(0, at - 5), at)));
    case '^':
      return !WORD.test(before);
    case '#':
      return !WORD.test(before) && (after !== ' ' || at === 0) && !startsAt(NUMBER, line, at);
    case '&':
      return startsAt(ENTITY, line, at);
    default:
      return false;
  }
}

function startsAt(sticky: RegExp, line: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(line);
}
