import type { Steps } from '../base/steps';
import { writtenDay } from '../base/written-day';
import { openFrontMatter, rawFrontMatter, readFrontMatter, type FrontMatter } from '../note/front-matter';
import { foldKey } from '../note/key-words';
import { baseName, folderOf } from '../note/note';
import { headingText } from '../note/sections';
import { inlineTags, tagsIn } from '../note/tags';
import { beginning } from '../text/caps';
import { scanLinesInSteps, type Line } from '../text/lines';

/** A note of the vault as text. */
export interface NoteText {
  readonly path: string;
  readonly text: string;
}

/** What a note holds that may tell whose it is and who wrote it. */
export interface NoteFacts {
  readonly path: string;
  /** The paths of the folders above it, from the top. */
  readonly folders: readonly string[];
  /** Without `#`, in lower case, each once. */
  readonly tags: readonly string[];
  readonly properties: readonly PropertyFact[];
  readonly headings: readonly string[];
  /** How many boxes are open. */
  readonly boxes: number;
  /** Whether its file is called by more than a day: `2026-02-03 Racks`. */
  readonly isDated: boolean;
}

/** A key of front matter as it is written, and short texts that stand there. */
export interface PropertyFact {
  readonly key: string;
  readonly values: readonly string[];
}

/** No note has more of each that tells anything. */
const MOST = 100;
const LONGEST_VALUE = 40;
const OPEN_BOX = /^[\s>]{0,40}(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}\[ \][ \t]/;
/** A day and nothing else is the name of a daily note. */
const DAY_ALONE = /^[\d\s._-]{6,14}$/;

/** What a note holds, in steps: a long one takes longer than the screen may be held. */
export function* factsOf({ path, text }: NoteText): Steps<NoteFacts> {
  const lines = yield* scanLinesInSteps(text);
  const inner = frontMatterLines(lines);
  const frontMatter = read(inner);
  const tags = [...[...frontMatter.list('tags'), ...frontMatter.list('tag')].flatMap(tagsIn), ...inlineTags(lines)];
  const above = folderOf(path) === '' ? [] : folderOf(path).split('/');
  const name = baseName(path);
  return {
    path,
    folders: above.map((_, depth) => above.slice(0, depth + 1).join('/')),
    tags: [...new Set(tags.map((tag) => plainTag(tag.toLowerCase())))].filter((tag) => tag !== '').slice(0, MOST),
    properties: propertiesOf(inner, frontMatter),
    headings: lines
      .filter(({ kind }) => kind === 'heading')
      .slice(0, MOST)
      .map((line) => headingText(line.text)),
    boxes: lines.reduce((sum, { kind, text: line }) => sum + Number(kind === 'item' && OPEN_BOX.test(line)), 0),
    isDated: !DAY_ALONE.test(name) && writtenDay(name, null) !== null,
  };
}

/** A tag without a `/` that nothing stands behind. */
function plainTag(tag: string): string {
  return tag.endsWith('/')
    ? tag
        .split('/')
        .filter((part) => part !== '')
        .join('/')
    : tag;
}

function frontMatterLines(lines: readonly Line[]): readonly string[] {
  const open = openFrontMatter(lines);
  const end = lines.findIndex(({ kind }) => kind !== 'front-matter');
  return (open ?? (end === -1 ? lines : lines.slice(0, end)).slice(1, -1)).map(({ text }) => text);
}

function read(lines: readonly string[]): FrontMatter {
  const whole = readFrontMatter(lines);
  return whole.ok ? whole.value : rawFrontMatter(lines);
}

function propertiesOf(lines: readonly string[], frontMatter: FrontMatter): readonly PropertyFact[] {
  const known = new Set(frontMatter.keys);
  const found = new Map<string, PropertyFact>();
  for (const line of lines) {
    const [, key = ''] =
      /^["']?([\p{L}_][\p{L}\p{M}\p{N} _-]{0,59}?)["']?[ \t]{0,4}:(?:[ \t]|$)/u.exec(beginning(line)) ?? [];
    const folded = foldKey(key);
    if (!known.has(folded) || found.has(folded) || !frontMatter.has(key) || found.size === MOST) continue;
    const values = [frontMatter.text(key), ...frontMatter.list(key).slice(0, MOST)];
    found.set(folded, {
      key,
      values: [...new Set(values.filter((value): value is string => value !== null && value.length <= LONGEST_VALUE))],
    });
  }
  return [...found.values()];
}
