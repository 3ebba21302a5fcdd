import { finish, type Steps } from '../base/steps';
import type { StatusSymbols } from '../task/status';
import { readTask, type Task } from '../task/task';
import { beginning, capped, LONGEST_WORDS } from '../text/caps';
import { withoutComments } from '../text/comments';
import { repaired, type Damage } from '../text/encoding';
import type { Line } from '../text/lines';
import { foldSpace } from '../text/space';
import { labelIn } from './labels';
import type { Statement } from './note';
import { trackSections } from './sections';
import { readMarks } from './statement-marks';

/** What stands in a note below its front matter. */
export interface Body {
  readonly tasks: readonly Task[];
  readonly decisions: readonly Statement[];
  readonly facts: readonly Statement[];
  readonly summary: string;
  /** What stands in its `**Account**: …` line, or null. */
  readonly accountLine: string | null;
  /** What stands in its `**Attendees**: …` line, or null. */
  readonly attendeesLine: string | null;
  /** What stands in its `**Date**: …` line, or null. */
  readonly dateLine: string | null;
  /** What its `*Source: [[…]]*` line links to, or null. */
  readonly sourceLine: string | null;
}

/** How a body is to be read. */
export interface BodyContext {
  /** The title of the note, which opens no section where a heading repeats it. */
  readonly title: string;
  readonly symbols: StatusSymbols;
  readonly damage: Damage | null;
}

const ITEM_START = /^([ \t]*(?:>[ \t]*)*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const RULE = /^\s*(?:---|\*\*\*|___)/;
/** What a pipeline writes where there is nothing to say. */
const NOTHING =
  /^[*_(]*(?:none|n\/a|nothing|no (?:key |explicit |new )?(?:decisions?|facts?|information)\b.{0,40})[.)*_]*$/i;
/** A decision or fact goes on for so many lines at most. */
const LONGEST_STATEMENT = 20;

/** So many lines are one step. */
const STEP = 256;

/** Reads the body of a note from its lines. */
export function readBody(lines: readonly Line[], context: BodyContext): Body {
  return finish(readBodyInSteps(lines, context));
}

/** `readBody` in steps, for notes of many thousands of lines. */
export function* readBodyInSteps(lines: readonly Line[], { title, symbols, damage }: BodyContext): Steps<Body> {
  const tasks: Task[] = [];
  const statements = { decisions: [] as Statement[], facts: [] as Statement[] };
  const labels = new Map<string, string>();
  const summary: string[] = [];
  const sections = trackSections(title);
  /**
   * How far the item of the last statement is indented; deeper items are details of it. Null where no statement is
   * open.
   */
  let indent: number | null = null;
  /** The last statement with its lines, while it may go on in the next one. */
  let going: { readonly list: Statement[]; readonly words: string[] } | null = null;

  for (const line of lines) {
    if (line.index % STEP === STEP - 1) yield;
    const { kind } = line;
    if (kind === 'text') {
      const words = repaired(beginning(line.text), damage);
      const label = labelIn(words);
      if (label === null && going !== null && going.words.length < LONGEST_STATEMENT && !RULE.test(words)) {
        const last = going.list.pop()!;
        const { text, confirmed, superseded } = readMarks(words);
        going.words.push(withoutComments(text));
        going.list.push({
          ...last,
          last: line.index,
          text: capped(foldSpace(going.words.join(' ')), LONGEST_WORDS),
          confirmed: last.confirmed ?? confirmed,
          superseded: last.superseded ?? superseded,
        });
        continue;
      }
      indent = going = null;
      if (label !== null && !labels.has(label.name)) labels.set(label.name, label.value);
      if (sections.kind() === 'summary') summary.push(withoutComments(words));
    } else if (kind === 'item') {
      going = null;
      const task = readTask(line.text, { line: line.index, heading: sections.heading(), symbols, damage });
      const section = sections.kind();
      if (task !== null) {
        tasks.push(task);
        indent = null;
      } else if (section === 'decisions' || section === 'facts') {
        const [start, before] = ITEM_START.exec(beginning(line.text)) ?? ['', ''];
        if (indent !== null && before.length > indent) continue;
        const { text, ...marks } = readMarks(foldSpace(repaired(beginning(line.text).slice(start.length), damage)));
        const words = foldSpace(withoutComments(text));
        indent = null;
        if (words === '' || NOTHING.test(words)) continue;
        indent = before.length;
        going = { list: statements[section], words: [words] };
        going.list.push({ line: line.index, last: line.index, raw: line.text, text: words, ...marks });
      }
    } else {
      going = null;
      if (kind !== 'blank') indent = null;
      if (kind === 'heading') sections.enter(repaired(beginning(line.text), damage));
    }
  }
  return {
    tasks,
    ...statements,
    summary: capped(foldSpace(summary.join(' ')), LONGEST_WORDS),
    accountLine: labels.get('account') ?? null,
    attendeesLine: labels.get('attendees') ?? labels.get('participants') ?? null,
    dateLine: labels.get('date') ?? null,
    sourceLine: labels.get('source') ?? null,
  };
}
