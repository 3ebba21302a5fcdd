import { finish, type Steps } from '../base/steps';
import type { StatusSymbols } from '../task/status';
import { readTask, type Task } from '../task/task';
import { beginning, capped, LONGEST_WORDS } from '../text/caps';
import { withoutComments } from '../text/comments';
import { repaired, type Damage } from '../text/encoding';
import type { Line } from '../text/lines';
import { foldSpace } from '../text/space';
import type { Statement } from './note';
import { isProposal, NO_PROPOSING, type Proposing } from './proposing';
import { followSections, itemParts, labelled, type SectionLines } from './section-lines';
import { NO_WORDS, type OwnWords } from './sections';
import { readMarks } from './statement-marks';
import { cellsOf, isDelimiter, MOST_ROWS, readRow, tableOf, type Table } from './tables';
import { words } from '../../words/words';

/** What stands in a note below its front matter. */
export interface Body {
  readonly tasks: readonly Task[];
  readonly decisions: readonly Statement[];
  readonly facts: readonly Statement[];
  readonly summary: string;
  /** Why it could not be read wholly, in one sentence, or null. */
  readonly problem: string | null;
}

/** How a body is to be read. */
export interface BodyContext {
  /** The title of the note, which opens no section where a heading repeats it. */
  readonly title: string;
  readonly symbols: StatusSymbols;
  readonly damage: Damage | null;
  /** The lines that say something of the note as a whole: no decision goes on in them. */
  readonly labelled?: ReadonlySet<number>;
  /** The user's own words over sections. */
  readonly words?: OwnWords;
  /** What is proposed besides `[?]` and `#proposed`. */
  readonly proposing?: Proposing;
}

const RULE = /^\s*(?:---|\*\*\*|___)/;
/** What an outliner writes below an item: `id:: 65c0`. */
const PROPERTY = /^\s+[a-z][a-z0-9_-]{1,30}:: /i;
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
export function* readBodyInSteps(lines: readonly Line[], context: BodyContext): Steps<Body> {
  const reading = beginReading(context);
  for (const line of lines) {
    if (line.index % STEP === STEP - 1) yield;
    if (line.kind === 'text' || line.kind === 'item') {
      const said = repaired(beginning(line.text), context.damage);
      if (line.kind === 'item') readItem(reading, line, said);
      else readText(reading, line, said);
    } else {
      reading.going = reading.table = reading.head = null;
      if (line.kind !== 'blank') reading.indent = null;
      reading.sections.takes(line, '');
    }
  }
  const { tasks, decisions, facts, summary, rows } = reading;
  return {
    tasks,
    decisions,
    facts,
    summary: capped(foldSpace(summary.join(' ')), LONGEST_WORDS),
    problem: rows > MOST_ROWS ? words.problems.tooManyRows(MOST_ROWS) : null,
  };
}

/** What was read of a body so far, and what is open. */
interface Reading {
  readonly context: BodyContext;
  readonly words: OwnWords;
  readonly proposing: Proposing;
  readonly sections: SectionLines;
  readonly tasks: Task[];
  readonly decisions: Statement[];
  readonly facts: Statement[];
  readonly summary: string[];
  /**
   * How far the item of the last statement, or of the last proposal without a box, is indented; deeper items are
   * details of it. Null where none is open.
   */
  indent: number | null;
  /** The last statement with its lines, while it may go on in the next one. */
  going: { readonly list: Statement[]; readonly words: string[] } | null;
  /** The line before, if it may be the head of a table, and the table that is open. */
  head: readonly string[] | null;
  table: Table | null;
  /** How many rows of tables were read. */
  rows: number;
}

function beginReading(context: BodyContext): Reading {
  const own = context.words ?? NO_WORDS;
  return {
    context,
    words: own,
    proposing: context.proposing ?? NO_PROPOSING,
    sections: followSections(context.title, own, context.damage),
    tasks: [],
    decisions: [],
    facts: [],
    summary: [],
    indent: null,
    going: null,
    head: null,
    table: null,
    rows: 0,
  };
}

function readText(reading: Reading, line: Line, words: string): void {
  const { sections, going, context } = reading;
  const isLabelled = context.labelled?.has(line.index) === true;
  if (!isLabelled) {
    if (readTableLine(reading, line, words)) return;
    if (sections.takes(line, words)) {
      reading.indent = reading.going = null;
      return;
    }
    if (going !== null && going.words.length < LONGEST_STATEMENT && !RULE.test(words)) {
      if (!PROPERTY.test(words)) goOn(going, line, words);
      return;
    }
  }
  reading.indent = reading.going = null;
  if (sections.kind() === 'summary') summarize(reading, words);
  else if (!isLabelled) readLabelled(reading, line, words, 0);
}

function summarize({ summary }: Reading, words: string): void {
  summary.push(withoutComments(words).replace(/^\s*>[\s>]*/, ''));
}

/** A further line of the last statement. */
function goOn(going: NonNullable<Reading['going']>, line: Line, words: string): void {
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
}

/** Reads a line of text as one of a table; whether it is a row of one that is read. */
function readTableLine(reading: Reading, line: Line, words: string): boolean {
  const cells = cellsOf(words);
  const { head, table, sections, context } = reading;
  if (cells === null) {
    reading.head = reading.table = null;
    return false;
  }
  if (table === null) {
    const isTable = head?.length === cells.length && isDelimiter(cells);
    reading.table = isTable ? tableOf(head, sections.kind(), reading.words) : null;
    reading.head = isTable ? null : cells;
    return isTable;
  }
  if (table.task === null && table.decision === null && !table.isPairs) return false;
  if (++reading.rows > MOST_ROWS) return true;
  const row = readRow(table, cells, line.text, {
    line: line.index,
    heading: sections.heading(),
    symbols: context.symbols,
    damage: null,
    own: reading.words,
  });
  reading.tasks.push(...row.tasks);
  for (const decision of row.decisions) addStatement(reading, reading.decisions, line, decision, { isRow: true });
  return true;
}

function readItem(reading: Reading, line: Line, words: string): void {
  const { sections, context, tasks } = reading;
  reading.going = reading.head = reading.table = null;
  if (sections.takes(line, words)) {
    reading.indent = null;
    return;
  }
  const section = sections.kind();
  const task = readTask(line.text, {
    line: line.index,
    heading: sections.heading(),
    symbols: context.symbols,
    damage: context.damage,
  });
  if (task !== null) {
    const isOpenBox = section === 'actions' && reading.proposing.boxes && isProposal(task);
    tasks.push(isOpenBox ? { ...task, form: 'open-box', status: 'proposed' } : task);
    reading.indent = null;
    return;
  }
  const isListed = section === 'decisions' || section === 'facts' || (section === 'actions' && reading.proposing.items);
  // Only a label in bold can tell more.
  if (!isListed && !words.includes('**')) return;
  const [before, content] = itemParts(words);
  const { indent } = reading;
  if (section === 'decisions' || section === 'facts') {
    if (indent !== null && before.length > indent) return;
    reading.indent = addStatement(reading, reading[section], line, content) ? before.length : null;
  } else if (isListed) {
    if (indent !== null && before.length > indent) return;
    reading.indent = readPlainItem(reading, line, content) ? before.length : null;
  } else readLabelled(reading, line, content, before.length);
}

/** A list item without a box as a proposal; false where it says nothing, or only stands over others. */
function readPlainItem({ tasks, sections, context }: Reading, line: Line, content: string): boolean {
  if (content.trim() === '' || NOTHING.test(content.trim()) || /[:：]\**\s*$/.test(content)) return false;
  const { symbols, damage } = context;
  const task = readTask(line.text, { line: line.index, heading: sections.heading(), symbols, damage, form: 'plain' });
  if (task === null || task.text === '') return false;
  tasks.push(task);
  return true;
}

/** A decision or fact that says by a label what it is: `**Decision**: start in aisle 3`. */
function readLabelled(reading: Reading, line: Line, content: string, indent: number): void {
  const found = content.startsWith('**') ? labelled(content, reading.words) : null;
  if (found === null) return;
  const list = found.kind === 'decisions' ? reading.decisions : reading.facts;
  if (addStatement(reading, list, line, content.slice(found.from))) reading.indent = indent;
}

/** Adds what a line says to decisions or facts, and says whether it says anything. */
function addStatement(
  reading: Reading,
  list: Statement[],
  line: Line,
  content: string,
  row: { readonly isRow?: true } = {},
): boolean {
  const { text, ...marks } = readMarks(foldSpace(content));
  const bare = withoutComments(text);
  const words = bare === text ? text : foldSpace(bare);
  if (words === '' || NOTHING.test(words)) return false;
  list.push({ line: line.index, last: line.index, raw: line.text, text: words, ...marks, ...row });
  reading.going = row.isRow ? null : { list, words: [words] };
  return true;
}
