import { visible } from './inline';
import { foldSpace } from './space';

/**
 * A text from a note as Markdown that shows just this text wherever it is put: nothing of it is a link, tag, task,
 * code, HTML, comment, formula, field of Dataview or command of Templater. It comes back as one line, white space
 * folded, with what cannot be seen named (`[U+202E]`). What needs no escape stays as it is. Addresses of http and https
 * stay whole: readers take a backslash in one, or right behind it, for a part of it, and what follows is live. So where
 * there would be a backslash, or readers differ in what is part of it, the address stands between `<` and `>`.
 */
export function escape(text: string): string {
  const line = visible(foldSpace(text));
  let words = '';
  let at = 0;
  for (const { index, 0: run } of line.matchAll(ADDRESS)) {
    const end = index + run.length;
    const address = run.slice(0, addressLength(run));
    const isSafe = PLAIN.test(run) && escapeSigns(line, index, end + 1) === line.slice(index, end + 1);
    if (isSafe || NO_HOST.test(address)) continue;
    words += escapeSigns(line, at, index) + (isEscape(line, index - 1) ? '\\' : '') + `<${closed(address)}>`;
    at = index + address.length;
  }
  return words + escapeSigns(line, at);
}

/** The same for one line whose white space is folded, or a part of it, with each character kept. */
export function escapeSigns(line: string, from = 0, to = line.length): string {
  const opening = OPENING.exec(line)?.[0].length ?? -1;
  return line
    .slice(from, to)
    .replace(SIGN, (sign, offset: number) =>
      from + offset === opening || isLive(line, sign, from + offset) ? `\\${sign}` : sign,
    );
}

/** Whether a sign is a backslash that is kept as it is, and would escape what comes to stand behind it. */
function isEscape(line: string, at: number): boolean {
  return line.charAt(at) === '\\' && !isLive(line, '\\', at);
}

/** How much of a run of signs is an address: not what ends a sentence, nor a bracket that it did not open. */
function addressLength(run: string): number {
  const open = { ')': 0, ']': 0 };
  for (const sign of run) {
    if (sign === '(' || sign === ')') open[')'] += sign === '(' ? 1 : -1;
    if (sign === '[' || sign === ']') open[']'] += sign === '[' ? 1 : -1;
  }
  let end = run.length;
  for (; end > 0; end--) {
    const last = run.charAt(end - 1);
    if (last === ')' || last === ']') {
      if (open[last] >= 0) break;
      open[last]++;
    } else if (!TRAILING.test(last)) break;
  }
  return end;
}

/** An address as it can stand between `<` and `>`: signs that no address has, or that mean something to others, as `%5B`. */
function closed(address: string): string {
  return address
    .replace(NOT_IN_ADDRESS, encodeURIComponent)
    .replace(DOUBLED, (pair) => pair.charAt(0) + ENCODED[pair])
    .replace(ENTITIES, (entity) => `${entity.slice(0, -1)}%3B`);
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
/** What readers make a link of by themselves: up to white space or `<`. */
const ADDRESS = /https?:\/\/[^\s<]+/gi;
const NO_HOST = /^https?:\/\/$/i;
/** An address that all readers read alike: words with one sign between them. */
const PLAIN = /^https?:\/\/[a-z0-9]+(?:[-._/?=&%#+][a-z0-9]+)*\/?[?!.,:;)]*$/i;
const TRAILING = /[?!.,:;*_~'"`|>$\\]/;
const NOT_IN_ADDRESS = /[`[\]{}|\\^">$]|%(?![0-9a-f]{2})/gi;
const DOUBLED = /==|~~|::/g;
const ENCODED: Readonly<Record<string, string>> = { '==': '%3D', '~~': '%7E', '::': '%3A' };
const ENTITIES = /&#?[a-z0-9]{1,32};/gi;
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
      return before === sign || after === sign;
    case '~':
      // One strikes out, too, where another closes it.
      return after === sign || (before !== '' && before !== ' ');
    case ':':
      return before === ':' || (line.startsWith('//', at + 1) && !/https?$/i.test(line.slice(Math.max(0, at - 5), at)));
    case '.':
      // An address without its scheme would take in the backslash of what follows.
      return /^www$/i.test(line.slice(Math.max(0, at - 3), at));
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
