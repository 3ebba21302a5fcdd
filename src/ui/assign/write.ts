import { Notice, type App } from 'obsidian';
import type { Left, NoteEdits } from '../../core/change/journal';
import { visible } from '../../core/text/inline';
import type { AssignPlan } from '../../core/triage/assign';
import { stayWords } from '../../core/triage/assign-words';
import { undoneWords, type Decided, type Undone } from '../../core/triage/report';
import { PreviewModal, previewLines } from '../parts/preview-modal';
import { tellWithUndo } from '../parts/undo-notice';

/** What an action is called in the journal, and what is said of it when it is done: it is told how many notes were written. */
export interface Doing {
  readonly label: string;
  readonly done: (notes: number) => string;
}

/** What is asked before it is done. */
export interface Question extends Doing {
  readonly title: string;
  /** What would happen, a sentence. */
  readonly text: string;
  readonly action: string;
}

export interface WriteParts {
  readonly app: App;
  readonly actions: {
    run(action: { readonly label: string; readonly notes: readonly NoteEdits[]; readonly left: readonly Left[] }): Promise<Decided & { readonly id: string | null; readonly notes: number; readonly refusals: readonly Left[] }>;
    undo(id: string): Promise<Undone | null>;
  };
  readonly onError: (what: string, error: unknown) => void;
}

/** Writes plans, and tells what became of them. `more`: what comes before the notes. */
export interface Write {
  readonly run: (doing: Doing, plan: AssignPlan, more?: readonly NoteEdits[]) => Promise<void>;
  /** Shows the lines, and asks first. */
  readonly look: (plan: AssignPlan, question: Question, more?: readonly NoteEdits[]) => void;
}

/** Writes plans of assignments with what the plugin has. */
export function createWrite({ app, actions, onError }: WriteParts): Write {
  const undo = async (id: string): Promise<void> => {
    try {
      new Notice(visible(undoneWords(await actions.undo(id))));
    } catch (error) {
      onError('The assignment was not taken back', error);
    }
  };
  const run: Write['run'] = async ({ label, done }, { notes, refusals }, more = []) => {
    try {
      const report = await actions.run({ label, notes: [...more, ...notes.map(({ path, edits }) => ({ path, edits }))], left: refusals });
      const left = [...refusals, ...report.refusals.map((one) => ({ ...one, reason: 'changed' as const }))];
      const { id } = report;
      const names = left.length > 1 && id !== null ? ['“Recent changes” names them.'] : [];
      const words = [...(report.written > 0 ? [done(report.notes)] : []), stayWords(left, 'were left as they are'), ...names].join(' ');
      if (id !== null && report.written > 0) tellWithUndo(words, () => void undo(id));
      else new Notice(visible(words));
    } catch (error) {
      onError('The account was not assigned', error);
    }
  };
  return {
    run,
    look(plan, { title, text, action, ...doing }, more = []) {
      const { notes, refusals } = plan;
      const pages = more.flatMap(({ path, effect }) => effect?.text.trimEnd().split('\n').map((line, at) => ({ where: `${path}, line ${at + 1}`, before: null, after: line })) ?? []);
      new PreviewModal(app, {
        title, list: 'Lines',
        text: notes.length === 0 ? `Nothing would be written. ${stayWords(refusals, 'stay as they are')}`
          : [text, stayWords(refusals, 'stay as they are'), 'These lines would change, and nothing else; one undo brings them back.'].filter((part) => part !== '').join(' '),
        lines: [...pages, ...notes.flatMap(({ name, edits }) => previewLines(edits, name))],
        refusals: refusals.length > 1 ? refusals.map(({ sentence }) => sentence) : [],
        action: notes.length === 0 ? null : action,
        write: () => run(doing, plan, more),
        onError,
      }).open();
    },
  };
}
