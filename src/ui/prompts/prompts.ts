import { Notice, type App } from 'obsidian';
import type { Context } from '../../app/context';
import type { Prompts } from '../../app/prompts';
import { AccountPicker } from './account-picker';
import { AskModal } from './ask-modal';
import { confirm } from './confirm';
import { DecisionPicker } from './decision-picker';
import { ExplainModal } from './explain-modal';
import { PeoplePicker } from './people-picker';
import { PreviewModal } from './preview-modal';
import { createTell } from './tell';

/** Asks and tells by Obsidian's own modals and notices. */
export function createPrompts(app: App, { actions, onError }: Pick<Context, 'actions' | 'onError'>): Prompts {
  return {
    say: (words) => void new Notice(words),
    tell: createTell({ actions, onError }),
    confirm: (question) => confirm(app, question),
    preview: (preview) => new PreviewModal(app, preview, onError).open(),
    explain: (explanation) => new ExplainModal(app, explanation, onError).open(),
    ask: (ask, onAnswer) => new AskModal(app, ask, onAnswer).open(),
    chooseAccount: (question) => new AccountPicker(app, question).open(),
    chooseDecision: (question) => new DecisionPicker(app, question).open(),
    choosePeople: (placeholder, choices) => new PeoplePicker(app, placeholder, choices).open(),
  };
}
