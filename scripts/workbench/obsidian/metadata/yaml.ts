import engines from 'gray-matter/lib/engines';
import type * as obsidian from 'obsidian';

/**
 * The value of a YAML text; throws where it is none. Read as YAML 1.2, as Obsidian does: a day is a text, `010` is ten.
 */
export function parseYaml(yaml: string): unknown {
  if (yaml.trim() === '') return null;
  const starts: number[] = [];
  return (
    engines.yaml.parse(yaml, {
      listener(event, state) {
        if (event === 'open') {
          starts.push(state.position);
          return;
        }
        const source = state.input.slice(starts.pop() ?? 0, state.position).trim();
        state.result = asYaml12(state.result, source);
      },
    }) ?? null
  );
}

/** A value as YAML, one key a line. */
export function stringifyYaml(value: unknown): string {
  return engines.yaml.stringify(value, { lineWidth: -1 });
}

/** Where the front matter of a note stands. */
export function getFrontMatterInfo(content: string): obsidian.FrontMatterInfo {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(content);
  const none = { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
  if (!open) return none;
  const from = open[0].length;
  const close = /^---[ \t]*(?:\r?\n|$)/gm;
  close.lastIndex = from;
  const end = close.exec(content);
  if (!end) return none;
  // The line end before the closing fence belongs to the fence.
  const to = Math.max(from, end.index - (content.startsWith('\r\n', end.index - 2) ? 2 : 1));
  return { exists: true, frontmatter: content.slice(from, to), from, to, contentStart: end.index + end[0].length };
}

/** What YAML 1.2 makes of a plain scalar that YAML 1.1 took for a moment, a base-60 or a base-8 number. */
function asYaml12(value: unknown, source: string): unknown {
  if (value instanceof Date) return /^\d\S*(?: \S+)*$/.test(source) ? source : value.toISOString();
  if (typeof value !== 'number' || !/^[-+]?\d[\d_:.]*$/.test(source)) return value;
  return /[_:]/.test(source) ? source : Number(source);
}
