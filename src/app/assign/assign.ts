import { newAccountPage } from '../../core/account/new-page';
import { accountsInOrder } from '../../core/account/named';
import type { Account } from '../../core/account/resolve';
import type { NoteEdits } from '../../core/change/journal';
import type { Graph } from '../../core/graph/graph';
import { isRead } from '../../core/graph/read-vault';
import { suggestionsFor } from '../../core/graph/unassigned';
import { visible } from '../../core/text/inline';
import type { Settings } from '../../core/settings';
import { assignNotes, type AssignPlan, type Wanted } from '../../core/triage/assign';
import { stayWords } from '../../core/triage/assign-words';
import type { Context } from '../context';
import type { AccountChoice } from '../prompts';
import { mergeChoice } from './merge';
import { createWrite, type Write } from './write';
import { words } from '../../words/words';

/**
 * Gives notes their accounts. What was done is told in a notice, and is one action with one undo. What comes back is
 * fulfilled when it is written, or asked about.
 */
export interface Assign {
  /** Gives notes accounts: one at once, several, or one that has another account, after a look at the lines. */
  readonly assign: (wanted: readonly Wanted[]) => Promise<void>;
  /** Creates an account with its page, and gives it to a note. */
  readonly create: (name: string, path: string) => Promise<void>;
  /** Lets the user choose the account of a note: what is suggested for it comes first. */
  readonly choose: (path: string) => void;
  /** The path of the note at hand, where it is one that an account can be given; else null. */
  readonly assignable: () => string | null;
  /**
   * Lets the user choose two spellings that are one account, or the one that the account with this key is, and gives
   * the notes of the one the other.
   */
  readonly merge: (key?: string) => void;
}

type AssignContext = Pick<Context, 'graph' | 'settings' | 'vault' | 'prompts' | 'onError'> & Write;

/** The ways to give notes their accounts. */
export function createAssign(
  parts: Pick<Context, 'graph' | 'settings' | 'actions' | 'vault' | 'prompts' | 'onError'>,
): Assign {
  const { graph, vault } = parts;
  const context: AssignContext = { ...parts, ...createWrite(parts) };
  return {
    assign: (wanted) => assign(context, wanted),
    create: (name, path) => create(context, name, path),
    choose: (path) => choose(context, path),
    assignable() {
      const path = vault.activePath();
      return path !== null && graph.get().notes.get(path)?.kind === 'meeting' ? path : null;
    },
    merge: (key) => mergeChoice(context, key),
  };
}

async function assign(context: AssignContext, wanted: readonly Wanted[]): Promise<void> {
  const plan = assignNotes(context.graph.get(), wanted);
  const [only] = wanted;
  if (only !== undefined && wanted.length === 1) {
    await assignOne(context, only, plan);
    return;
  }
  const names = new Set(wanted.map(({ account }) => account));
  const { many } = words.assign;
  const one = names.size === 1 ? [...names][0]! : null;
  const planned = plan.notes.length;
  context.look(plan, {
    title: many.title,
    action: words.assign.assignNotes(planned),
    label: one === null ? many.labelOfSome(planned) : many.label(planned, one),
    done: (notes) => (one === null ? many.doneOfSome(notes) : many.done(notes, one)),
    text: one === null ? many.textOfSome(planned, names.size) : many.text(planned, one),
  });
}

async function assignOne(
  { graph, run, look }: AssignContext,
  { path, account }: Wanted,
  plan: AssignPlan,
): Promise<void> {
  const now = accountNow(graph.get(), path);
  const title = titleOf(graph.get(), path);
  if (now === null || now.names.includes(account)) {
    await run({ label: words.assign.label(account, title), done: () => words.assign.done(account, title) }, plan);
    return;
  }
  look(plan, {
    title: words.assign.change.title,
    text: words.assign.change.text(title, now.name, now.why, account),
    action: words.assign.change.action,
    label: words.assign.change.label(title, now.name, account),
    done: () => words.assign.change.done(title, now.name, account),
  });
}

async function create(
  { graph, settings, prompts, run, look }: AssignContext,
  name: string,
  path: string,
): Promise<void> {
  const { accountTemplate, noteTags } = settings.get();
  const page = newAccountPage({
    name,
    pages: accountsInOrder(graph.get().resolution).flatMap((account) => account.pages),
    template: accountTemplate,
    tag: noteTags[0]!,
    isRead: (path) => isRead(path, settings.get()),
  });
  const plan = assignNotes(graph.get(), [{ path, account: name }]);
  // A page alone would be an account that no note has.
  if (!page.ok || plan.notes.length === 0) {
    prompts.say(
      visible(page.ok ? `${stayWords(plan.refusals, 'left')} ${words.assign.creation.notCreated}` : page.error),
    );
    return;
  }
  const title = titleOf(graph.get(), path);
  const now = accountNow(graph.get(), path);
  const pageEdits: NoteEdits = {
    path: page.value.path,
    edits: [],
    effect: { kind: 'create', text: page.value.text },
  };
  const doing = {
    label: words.assign.creation.label(name, title),
    done: (notes: number) =>
      notes > 1 ? words.assign.creation.done(name, title) : words.assign.creation.notAssigned(name),
  };
  if (now === null) await run(doing, plan, [pageEdits]);
  else
    look(
      plan,
      {
        ...doing,
        title: words.assign.creation.title,
        action: words.assign.creation.action,
        text: words.assign.creation.text(title, now.name, now.why, name, page.value.path),
      },
      [pageEdits],
    );
}

function choose(context: AssignContext, path: string): void {
  const { graph, settings, prompts, onError } = context;
  const now = accountNow(graph.get(), path);
  prompts.chooseAccount({
    placeholder: visible(words.assign.accountFor(titleOf(graph.get(), path), now?.name ?? null)),
    suggestions: suggestionsOf(graph.get(), settings.get(), path),
    accounts: accountsInOrder(graph.get().resolution),
    mayCreate: true,
    onChoose: ({ name, isNew }) =>
      void (isNew ? create(context, name, path) : assign(context, [{ path, account: name }])).catch((error: unknown) =>
        onError(words.failures.assign, error),
      ),
  });
}

function titleOf(graph: Graph, path: string): string {
  return graph.notes.get(path)?.title ?? path;
}

/** The account that a note counts to, with its spellings, and by what; null where it has none. */
function accountNow(
  { resolution: { accounts, accountOf } }: Graph,
  path: string,
): (Pick<Account, 'name' | 'names'> & { readonly why: string }) | null {
  const found = accountOf.get(path);
  return found === undefined ? null : { ...accounts.get(found.key)!, why: words.assign.why[found.reason] };
}

function suggestionsOf(graph: Graph, settings: Settings, path: string): readonly AccountChoice[] {
  const note = graph.unassigned.find((one) => one.path === path);
  return (note === undefined ? [] : suggestionsFor(graph, settings, note)).map(({ key, name, reasons }) => ({
    name,
    detail: [...reasons, ...(key === null ? [words.assign.isNew] : [])].join(', '),
    isNew: key === null,
  }));
}
