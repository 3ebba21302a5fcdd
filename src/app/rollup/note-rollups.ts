import { scanLines, type LineKind } from '../../core/text/lines';
import { accountsInOrder } from '../../core/account/named';
import type { Account } from '../../core/account/resolve';
import { createEdit } from '../../core/change/edit';
import { surveyText } from '../../core/change/survey';
import { accountKeyOf, type Graph } from '../../core/graph/graph';
import { rollupAt, rollupBlocks } from '../../core/rollup/block';
import { accountSection, rollupLines, type RollupWish } from '../../core/rollup/print';
import { readSpec } from '../../core/rollup/spec';
import { toMarkdownList } from '../../core/rollup/to-markdown';
import { visible } from '../../core/text/inline';
import type { Context } from '../context';
import { copyText } from '../copy-text';
import { previewLines } from '../prompts';
import { orError, toldOf } from '../told';
import { askRollup, askWhose } from './ask-rollup';
import type { ConvertRollup } from './convert-rollup';
import type { Rollups } from './rollups';
import { words } from '../../words/words';

/** A line of an open note, from 0, in the text as it stands there. */
export interface NoteLine {
  readonly path: string;
  readonly text: string;
  readonly line: number;
}

/** Writes rollup blocks into notes, and turns them into plain Markdown. Nothing is written before it was looked at. */
export interface NoteRollups {
  /** Asks whose and what first; `now`: the line as it is when that is chosen. */
  readonly insertRollup: (path: string, now: () => NoteLine) => void;
  /** Whether a line stands in a rollup block. */
  readonly isInRollup: (text: string, line: number) => boolean;
  readonly convertRollup: (line: NoteLine) => void;
  /** Asks for the account first where the active note has none. */
  readonly copyDecisions: () => void;
  /** Whether the active note is an account page without a rollup block. */
  readonly lacksRollup: () => boolean;
  readonly addRollupSection: () => void;
}

/** No block is put into these. */
const MASKED: readonly LineKind[] = ['front-matter', 'code', 'comment'];

type RollupContext = Pick<Context, 'vault' | 'prompts' | 'actions' | 'onError'> & {
  readonly rollups: Rollups;
  readonly convert: ConvertRollup;
};

/** How rollup blocks are written. */
export function createNoteRollups(context: RollupContext): NoteRollups {
  const { vault, rollups } = context;
  return {
    insertRollup: (path, now) => insertRollup(context, path, now),
    isInRollup: (text, line) => rollupAt(scanLines(text), line) !== null,
    convertRollup: (line) => convertRollup(context, line),
    copyDecisions: () => copyDecisions(context),
    lacksRollup() {
      const open = vault.activeNote();
      const { graph } = rollups.scene();
      return (
        open !== null &&
        graph.notes.get(open.path)?.kind === 'account-page' &&
        accountOf(graph, open.path) !== null &&
        rollupBlocks(scanLines(open.text)).length === 0
      );
    },
    addRollupSection: () => addSection(context),
  };
}

function accountOf(graph: Graph, path: string): Account | null {
  return graph.resolution.accounts.get(accountKeyOf(graph, path) ?? '') ?? null;
}

function insertRollup(context: RollupContext, path: string, now: () => NoteLine): void {
  const { prompts, rollups } = context;
  const { graph } = rollups.scene();
  const ask = (account: RollupWish['account']): void =>
    prompts.ask(askRollup(account), (wish) => insertAt(context, now(), wish));
  const names = accountsInOrder(graph.resolution).map(({ name }) => name);
  // In a note of the account the block says nothing of it, so that it holds when the account gets another name.
  prompts.ask(askWhose(accountOf(graph, path)?.name ?? null, names), ask);
}

function insertAt(context: RollupContext, { path, text, line: at }: NoteLine, wish: RollupWish): void {
  const lines = scanLines(text);
  if (MASKED.includes(lines[at]?.kind ?? 'blank')) {
    context.prompts.say(words.rollups.insert.masked);
    return;
  }
  const isBlank = (line: number): boolean => lines[line] === undefined || lines[line].kind === 'blank';
  const block = rollupLines(wish);
  // Below the line of the cursor, or in the place of nothing.
  const line = isBlank(at) ? at : at + 1;
  offer(
    context,
    { path, text, line },
    {
      title: words.rollups.insert.title,
      lines: [
        ...(line > 0 && !isBlank(line - 1) ? [''] : []),
        ...block,
        ...(isBlank(line) && line < lines.length ? [] : ['']),
      ],
      shows: showsNow(context.rollups, block.slice(1, -1).join('\n'), path),
    },
  );
}

/** What a block would show now, in a sentence. */
function showsNow(rollups: Rollups, source: string, path: string): string {
  const { spec } = readSpec(source);
  if (spec === null) return '';
  const result = rollups.resultOf(spec, rollups.placeOf(path));
  if (result === null) return '';
  const { count, empty, title, faults } = result;
  return faults[0]?.sentence ?? empty ?? words.rollups.insert.shows(title, count);
}

function addSection(context: RollupContext): void {
  const open = context.vault.activeNote();
  if (open === null) return;
  const lines = scanLines(open.text);
  let line = lines.length;
  while (line > 0 && lines[line - 1]!.kind === 'blank') line--;
  offer(
    context,
    { path: open.path, text: open.text, line },
    { title: words.rollups.insert.section, lines: ['', ...accountSection()], shows: words.rollups.insert.about },
  );
}

/** Shows lines that would come before a line of a note, and writes them if that is wished. */
function offer(
  { actions, prompts, onError }: RollupContext,
  { path, text, line }: NoteLine,
  { title, lines, shows }: { readonly title: string; readonly lines: readonly string[]; readonly shows: string },
): void {
  const edit = createEdit(surveyText(text), { path, line, count: 0, replacement: lines });
  const write = async (): Promise<void> =>
    prompts.tell(
      toldOf(await actions.run({ label: title, notes: [{ path, edits: [edit] }] }), words.rollups.insert.done),
    );
  prompts.preview({
    title,
    text: words.rollups.insert.undo(shows),
    list: words.common.lines,
    lines: previewLines([edit], null),
    refusals: [],
    action: words.rollups.insert.action,
    write: () => orError(words.failures.rollup, write, onError, undefined),
  });
}

function convertRollup({ prompts, rollups, convert }: RollupContext, { path, text, line }: NoteLine): void {
  const block = rollupAt(scanLines(text), line);
  if (block === null) return;
  const { spec, faults } = readSpec(block.source);
  const result = spec === null ? null : rollups.resultOf(spec, rollups.placeOf(path));
  const fault = faults[0] ?? result?.faults[0];
  if (result === null || fault !== undefined)
    prompts.say(
      fault === undefined ? words.common.stillReading : words.rollups.conversion.refused(visible(fault.sentence)),
    );
  else convert({ path, text, first: block.first, last: block.last }, result);
}

function copyDecisions(context: RollupContext): void {
  const { vault, prompts, rollups } = context;
  const open = vault.activeNote();
  const own = open === null ? null : accountOf(rollups.scene().graph, open.path);
  if (own !== null) {
    copyDecisionsOf(context, own);
    return;
  }
  const accounts = (): readonly Account[] => accountsInOrder(rollups.scene().graph.resolution);
  prompts.chooseAccount({
    placeholder: words.rollups.whoseDecisions,
    suggestions: [],
    accounts: accounts(),
    mayCreate: false,
    onChoose: ({ name }) =>
      accounts()
        .filter((account) => account.name === name)
        .forEach((account) => copyDecisionsOf(context, account)),
  });
}

function copyDecisionsOf({ vault, prompts, rollups }: RollupContext, account: Account): void {
  const { spec } = readSpec('show: decisions');
  if (spec === null) return;
  const result = rollups.resultOf(spec, { account: account.key });
  if (result === null) {
    prompts.say(words.common.stillReading);
    return;
  }
  void copyText(
    { vault, prompts },
    toMarkdownList(result),
    words.rollups.copiedDecisions(result.count, visible(account.name)),
    words.rollups.notCopied,
  );
}
