const PAIR = /^(?:"([^"]+)"|'([^']+)'|([\p{L}_][\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+){0,3})):(?=\s|$)/u;
const ITEM = /^\s*[-*]\s/;
const QUOTED = /^(?:"((?:[^"\\]|\\[^])*)"|'((?:[^']|'')*)')\s*(?:#[^]*)?$/;
/**
 * Quoted, with quotes in quotes, which break YAML: `"About "chiller 3" alarms"`, but not `"Chiller 3" and "chiller 4"`.
 */
const QUOTES_IN_QUOTES = /^(["'])(?![^"']*\1(?:\s|$))(.+)\1$/;
const FLOW_ITEM = /\s*"[^"]*"|\s*'[^']*'|[^,]+/g;

/**
 * What the lines of front matter say, key by key, without YAML's rules. A key that stands twice holds all that was
 * said.
 */
export function readRawLines(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  /** The values of the key above, which more lines may add to. */
  let open: string[] | null = null;
  /** Whether a list between brackets goes on. */
  let inBrackets = false;
  for (const line of lines) {
    const pair: RegExpExecArray | null = inBrackets ? null : PAIR.exec(line);
    const text: string = pair === null ? line.trim() : line.slice(pair[0].length).trim();
    if (pair !== null) {
      const key = (pair[1] ?? pair[2] ?? pair[3])!;
      open = values.get(key) ?? [];
      values.set(key, open);
      inBrackets = text.startsWith('[') && !text.startsWith('[[');
    }
    if (open === null) continue;
    if (inBrackets) {
      const close = text.lastIndexOf(']');
      open.push(...flowItems(text.slice(pair === null ? 0 : 1, close === -1 ? text.length : close)));
      inBrackets = close === -1;
    } else if (pair !== null || ITEM.test(line)) {
      open.push(...[unquote(pair === null ? text.slice(1) : text)].filter((value) => value !== ''));
    }
  }
  return values;
}

function flowItems(text: string): readonly string[] {
  return (text.match(FLOW_ITEM) ?? []).map(unquote).filter((value) => value !== '');
}

/** The text that is written as a value: without its quotes, and without a comment after it. */
export function unquote(written: string): string {
  const text = written.trim();
  const quoted = QUOTED.exec(text);
  if (quoted !== null) return (quoted[1] ?? quoted[2]!.replace(/''/g, "'")).trim();
  const outer = QUOTES_IN_QUOTES.exec(text);
  if (outer !== null) return outer[2]!.trim();
  const comment = text.search(/(?:^|\s)#/);
  return (comment === -1 ? text : text.slice(0, comment)).trim();
}
