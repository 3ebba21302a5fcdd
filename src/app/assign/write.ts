import type { NoteEdits } from '../../core/change/journal';
import type { AssignPlan } from '../../core/triage/assign';
import { sentencesOf } from '../../core/triage/report';
import { stayWords } from '../../core/triage/assign-words';
import type { Context } from '../context';
import { previewLines } from '../prompts';
import { told } from '../told';
import { words } from '../../words/words';

/**
 * What an action is called in the journal, and what is said of it when it is done: it is told how many notes were
 * written.
 */
export interface Doing {
  readonly label: string;
  readonly done: (notes: number) => string;
}

/** What is asked before it is done. */
export interface Look extends Doing {
  readonly title: string;
  /** What would happen, a sentence. */
  readonly text: string;
  readonly action: string;
  /** What is to be said where nothing would be written. */
  readonly otherwise?: string;
}

/**
 * Writes plans, and tells what became of them. `more`: what is written before the notes of the plan, such as a page.
 */
export interface Write {
  readonly run: (doing: Doing, plan: AssignPlan, more?: readonly NoteEdits[]) => Promise<void>;
  /** Shows the lines, and asks first. */
  readonly look: (plan: AssignPlan, question: Look, more?: readonly NoteEdits[]) => void;
}

/** Writes plans of assignments with what the plugin has. */
export function createWrite({ actions, prompts, onError }: Pick<Context, 'actions' | 'prompts' | 'onError'>): Write {
  const run: Write['run'] = async ({ label, done }, { notes, refusals }, more = []) => {
    try {
      const report = await actions.run({
        label,
        notes: [...more, ...notes.map(({ path, edits }) => ({ path, edits }))],
        left: refusals,
      });
      const left = [...refusals, ...report.refusals.map((one) => ({ ...one, reason: 'changed' as const }))];
      const names = left.length > 1 && report.id !== null ? [words.changes.seeRecent] : [];
      const said = sentencesOf(report.written > 0 ? done(report.notes) : null, { ...report, refusals: [] });
      const all = [said, stayWords(left, 'left'), ...names].filter((part) => part !== '').join(' ');
      prompts.tell(told(all, { ...report, refusals: left }));
    } catch (error) {
      onError(words.failures.assign, error);
    }
  };
  return {
    run,
    look(plan, { title, text, action, otherwise = '', ...doing }, more = []) {
      const { notes, refusals } = plan;
      const pages = more.flatMap(({ path, edits, effect }) =>
        effect === undefined
          ? previewLines(edits, path)
          : effect.text
              .trimEnd()
              .split('\n')
              .map((line, at) => ({ where: words.common.lineOf(path, at + 1), before: null, after: line })),
      );
      const isNothing = notes.length + more.length === 0;
      prompts.preview({
        title,
        list: words.common.lines,
        text: [
          ...(isNothing ? [words.assign.nothing] : [text]),
          stayWords(refusals, 'stay'),
          isNothing ? otherwise : words.assign.preview,
        ]
          .filter((part) => part !== '')
          .join(' '),
        lines: [...pages, ...notes.flatMap(({ name, edits }) => previewLines(edits, name))],
        refusals: refusals.length > 1 ? refusals.map(({ sentence }) => sentence) : [],
        action: isNothing ? null : action,
        write: () => run(doing, plan, more),
      });
    },
  };
}
