import { Notice, type App, type Editor, type TFile } from 'obsidian';
import { scanLines, type LineKind } from '../core/text/lines';
import type { Account } from '../core/account/resolve';
import { createEdit } from '../core/change/edit';
import { surveyText } from '../core/change/survey';
import { accountKeyOf } from '../core/graph/graph';
import { rollupAt, rollupBlocks } from '../core/rollup/block';
import { accountSection, rollupLines, type RollupWish } from '../core/rollup/print';
import { readSpec } from '../core/rollup/spec';
import { toMarkdownList } from '../core/rollup/to-markdown';
import { visible } from '../core/text/inline';
import type { Actions } from '../host/actions';
import type { Failure } from '../host/failure';
import { AccountPicker } from '../ui/prompts/account-picker';
import { copyText } from '../host/copy-text';
import { countWords } from '../words/format';
import { PreviewModal, previewLines } from '../ui/prompts/preview-modal';
import { toldOf, type Tell } from '../app/told';
import { askRollup, askWhose } from '../ui/prompts/ask-rollup';
import type { ConvertRollup } from '../app/rollup/convert-rollup';
import type { Rollups } from '../app/rollup/rollups';
import { AskModal } from '../ui/prompts/ask-modal';
import { activeNote } from '../host/active-note';
import type { CommandActions } from './commands';

interface RollupCommandParts {
  readonly app: App;
  readonly rollups: Rollups;
  readonly convert: ConvertRollup;
  readonly actions: Actions;
  readonly tell: Tell;
  readonly failure: Failure;
}

type RollupCommands = Pick<
  CommandActions,
  'insertRollup' | 'isInRollup' | 'convertRollup' | 'copyDecisions' | 'lacksRollup' | 'addRollupSection'
>;

const NOT_READ = 'the notes are still being read, so try again in a moment.';
/** No block is put into these. */
const MASKED: readonly LineKind[] = ['front-matter', 'code', 'comment'];

/**
 * The commands that write rollup blocks, and that turn them into plain Markdown. Nothing is written before its lines
 * were looked at.
 */
export function rollupCommands({ app, rollups, convert, actions, tell, failure }: RollupCommandParts): RollupCommands {
  const graph = () => rollups.scene().graph;
  const accountOf = (path: string): Account | null =>
    graph().resolution.accounts.get(accountKeyOf(graph(), path) ?? '') ?? null;

  /** Shows lines that would come before line `line` of a note, and writes them if that is wished. */
  const offer = (
    title: string,
    { path, text }: { readonly path: string; readonly text: string },
    line: number,
    lines: readonly string[],
    shows: string,
  ): void => {
    const edit = createEdit(surveyText(text), { path, line, count: 0, replacement: lines });
    const write = async (): Promise<void> => {
      try {
        tell(toldOf(await actions.run({ label: title, notes: [{ path, edits: [edit] }] }), 'Inserted.'));
      } catch (error) {
        failure.report('The rollup was not written', error);
      }
    };
    new PreviewModal(app, {
      title,
      text: `${shows} These lines would come into the note; one undo takes them out.`,
      list: 'Lines',
      lines: previewLines([edit], null),
      refusals: [],
      action: 'Insert',
      write,
      onError: (what, error) => failure.report(what, error),
    }).open();
  };

  /** What a block would show now, in a sentence. */
  const showsNow = (source: string, path: string): string => {
    const { spec } = readSpec(source);
    if (spec === null) return '';
    const result = rollups.resultOf(spec, rollups.placeOf(path));
    if (result === null) return '';
    const { count, empty, title, faults } = result;
    return faults[0]?.sentence ?? empty ?? `“${title}” shows ${countWords(count, 'row')} now.`;
  };

  const insertAt = (editor: Editor, { path }: TFile, wish: RollupWish): void => {
    const text = editor.getValue();
    const lines = scanLines(text);
    const at = editor.getCursor().line;
    if (MASKED.includes(lines[at]?.kind ?? 'blank')) {
      new Notice(
        'The rollup was not inserted: it would stand in front matter, code or a comment, so choose another line.',
      );
      return;
    }
    const isBlank = (line: number): boolean => lines[line] === undefined || lines[line].kind === 'blank';
    const block = rollupLines(wish);
    // Below the line of the cursor, or in the place of nothing.
    const line = isBlank(at) ? at : at + 1;
    offer(
      'Insert a rollup',
      { path, text },
      line,
      [
        ...(line > 0 && !isBlank(line - 1) ? [''] : []),
        ...block,
        ...(isBlank(line) && line < lines.length ? [] : ['']),
      ],
      showsNow(block.slice(1, -1).join('\n'), path),
    );
  };

  return {
    insertRollup(editor, file) {
      const own = accountOf(file.path);
      const ask = (account: RollupWish['account']): void =>
        new AskModal(app, askRollup(account), (wish) => insertAt(editor, file, wish)).open();
      const names = [...graph().resolution.accounts.values()]
        .map(({ name }) => name)
        .sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' }));
      // In a note of the account the block says nothing of it, so that it holds when the account gets another name.
      new AskModal(app, askWhose(own?.name ?? null, names), ask).open();
    },
    isInRollup: (editor) => rollupAt(scanLines(editor.getValue()), editor.getCursor().line) !== null,
    convertRollup(editor, { path }) {
      const text = editor.getValue();
      const block = rollupAt(scanLines(text), editor.getCursor().line);
      if (block === null) return;
      const { spec, faults } = readSpec(block.source);
      const result = spec === null ? null : rollups.resultOf(spec, rollups.placeOf(path));
      const fault = faults[0] ?? result?.faults[0];
      if (result === null || fault !== undefined)
        new Notice(`The rollup was not replaced: ${visible(fault?.sentence ?? NOT_READ)}`);
      else convert({ path, text, first: block.first, last: block.last }, result);
    },
    copyDecisions() {
      const copy = (account: Account): void => {
        const { spec } = readSpec('show: decisions');
        if (spec === null) return;
        const result = rollups.resultOf(spec, { account: account.key });
        if (result === null) {
          new Notice(`The decisions were not copied: ${NOT_READ}`);
          return;
        }
        void copyText(
          toMarkdownList(result),
          `Copied ${countWords(result.count, 'decision')} of “${visible(account.name)}” to the clipboard.`,
          `The decisions of “${visible(account.name)}” were not copied: the clipboard cannot be written now. Insert a rollup and copy it from there.`,
        );
      };
      const own = activeNote(app) === null ? null : accountOf(activeNote(app)!.file.path);
      if (own !== null) copy(own);
      else
        new AccountPicker(app, {
          placeholder: 'Copy the decisions of which account?',
          suggestions: [],
          accounts: [...graph().resolution.accounts.values()],
          mayCreate: false,
          onChoose: ({ name }) =>
            [...graph().resolution.accounts.values()].filter((account) => account.name === name).forEach(copy),
        }).open();
    },
    lacksRollup() {
      const open = activeNote(app);
      return (
        open !== null &&
        graph().notes.get(open.file.path)?.kind === 'account-page' &&
        accountOf(open.file.path) !== null &&
        rollupBlocks(scanLines(open.text)).length === 0
      );
    },
    addRollupSection() {
      const open = activeNote(app);
      if (open === null) return;
      const lines = scanLines(open.text);
      let end = lines.length;
      while (end > 0 && lines[end - 1]!.kind === 'blank') end--;
      const section = accountSection();
      offer(
        'Add rollups to this account page',
        { path: open.file.path, text: open.text },
        end,
        ['', ...section],
        'They show what was decided and what happened, also where no note links to this page.',
      );
    },
  };
}
