import { Notice, type App } from 'obsidian';
import { newAccountPage } from '../../core/account/new-page';
import type { Suggestion } from '../../core/account/suggest';
import type { Store } from '../../core/base/store';
import type { NoteEdits } from '../../core/change/journal';
import type { Graph } from '../../core/graph/graph';
import { selectUnassigned } from '../../core/graph/unassigned';
import { visible } from '../../core/text/inline';
import type { Settings } from '../../core/settings';
import { assignNotes, mergeAccounts, type AssignPlan, type Wanted } from '../../core/triage/assign';
import type { Decided } from '../../core/triage/report';
import { countWords } from '../parts/day-words';
import { PreviewModal, previewLines } from '../parts/preview-modal';
import { AccountPicker, type AccountChoice } from './account-picker';

interface AssignParts {
  readonly app: App;
  readonly graph: Store<Graph>;
  readonly settings: Store<Settings>;
  readonly actions: { run(action: { readonly label: string; readonly notes: readonly NoteEdits[] }): Promise<Decided> };
  readonly onError: (what: string, error: unknown) => void;
}

/** What an action is called in the journal, and what is said of it when it is done. */
interface Doing {
  readonly label: string;
  readonly done: string;
}

/** Gives notes their accounts. What was done is told in a notice, and is one action with one undo. */
export interface Assign {
  /** Gives notes accounts: one at once, several after a look at the lines. */
  readonly assign: (wanted: readonly Wanted[]) => void;
  /** Lets the user choose the account of notes: what is suggested for the first of them comes first. */
  readonly choose: (paths: readonly string[]) => void;
  /** Lets the user choose two spellings that are one account, and gives the notes of the one the other. */
  readonly merge: () => void;
}

/** The ways to give notes their accounts. */
export function createAssign({ app, graph, settings, actions, onError }: AssignParts): Assign {
  const run = async ({ label, done }: Doing, notes: readonly NoteEdits[], refusals: AssignPlan['refusals']): Promise<void> => {
    try {
      const report = await actions.run({ label, notes });
      const written = report.written === 0 ? [] : [done];
      const reasons = [...new Set([...refusals, ...report.refusals].map(({ sentence }) => sentence))];
      new Notice([...written, ...reasons.slice(0, 3), ...(reasons.length > 3 ? [`${reasons.length - 3} more were left as they are; “Recent changes” names them.`] : [])].join(' '));
    } catch (error) {
      onError('The account was not assigned', error);
    }
  };
  const look = (title: string, text: string, doing: Doing, { notes, refusals }: AssignPlan): void => new PreviewModal(app, {
    title, text, list: 'Lines',
    lines: notes.flatMap(({ path, edits }) => previewLines(edits, graph.get().notes.get(path)?.title ?? path)),
    refusals: refusals.map(({ sentence }) => sentence),
    action: `${doing.label.split(' ')[0]!} ${countWords(notes.length, 'note')}`,
    write: () => run(doing, notes, refusals),
    onError,
  }).open();
  const assign = (wanted: readonly Wanted[]): void => {
    const plan = assignNotes(graph.get(), wanted);
    const accounts = new Set(wanted.map(({ account }) => account));
    const whose = accounts.size === 1 ? `“${[...accounts][0]!}”` : countWords(accounts.size, 'account');
    const named = (count: number): string => `${whose} to ${wanted.length === 1 ? `“${graph.get().notes.get(wanted[0]!.path)?.title ?? wanted[0]!.path}”` : countWords(count, 'note')}`;
    const doing = { label: `Assign ${named(plan.notes.length)}`, done: `Assigned ${named(plan.notes.length)}.` };
    if (wanted.length === 1) void run(doing, plan.notes, plan.refusals);
    else look('Assign accounts', `${countWords(plan.notes.length, 'note')} would get ${whose}. These lines would change, and nothing else; one undo brings them back.`, doing, plan);
  };
  const create = (name: string, paths: readonly string[]): void => {
    const { accountTemplate, noteTags } = settings.get();
    const pages = [...graph.get().resolution.accounts.values()].flatMap((account) => account.pages);
    const page = newAccountPage({ name, pages, template: accountTemplate, tag: noteTags[0]! });
    if (!page.ok) {
      new Notice(page.error);
      return;
    }
    const { path, text } = page.value;
    const plan = assignNotes(graph.get(), paths.map((note) => ({ path: note, account: name })));
    const doing = { label: `Create account “${name}” and assign it to ${countWords(paths.length, 'note')}`, done: `Created account “${name}” and assigned it to ${countWords(paths.length, 'note')}.` };
    void run(doing, [{ path, edits: [], effect: { kind: 'create', text } }, ...plan.notes], plan.refusals);
  };
  const accounts = () => [...graph.get().resolution.accounts.values()];
  return {
    assign,
    choose(paths) {
      const [first] = paths;
      if (first === undefined) return;
      const onChoose = ({ name, isNew }: AccountChoice): void => (isNew ? create(name, paths) : assign(paths.map((path) => ({ path, account: name }))));
      new AccountPicker(app, {
        placeholder: paths.length === 1 ? `Account of “${visible(graph.get().notes.get(first)?.title ?? first)}”` : `Account of ${countWords(paths.length, 'note')}`,
        suggestions: suggestionsOf(graph.get(), settings.get(), first), accounts: accounts(), mayCreate: true, onChoose,
      }).open();
    },
    merge() {
      new AccountPicker(app, {
        placeholder: 'Which account is the same as another one?', suggestions: [], accounts: accounts(), mayCreate: false,
        onChoose: ({ name: from }) => new AccountPicker(app, {
          placeholder: `Which account is “${visible(from)}”?`, suggestions: [], accounts: accounts().filter(({ name }) => name !== from), mayCreate: false,
          onChoose({ name: to }) {
            const { key, pages } = accounts().find(({ name }) => name === from)!;
            const plan = mergeAccounts(graph.get(), key, to);
            const own = pages.length === 0 ? '' : ` “${from}” has a page of its own, which stays: add the name to the aliases of “${to}” there, and both are one.`;
            look('Merge two spellings', `Every note that says “${from}” would say “${to}”: ${countWords(plan.notes.length, 'note')}. One undo brings them back.${own}`, { label: `Merge “${from}” into “${to}”`, done: `Merged “${from}” into “${to}”.` }, plan);
          },
        }).open(),
      }).open();
    },
  };
}

function suggestionsOf(graph: Graph, settings: Settings, path: string): readonly Suggestion[] {
  return graph.unassigned.some((note) => note.path === path) ? selectUnassigned(graph, settings).find((row) => row.path === path)?.suggestions ?? [] : [];
}
