import { setIcon } from 'obsidian';
import { visible } from '../../core/text/inline';
import type { RowVerb } from '../../core/triage/decide';
import { plainVerbs } from '../../app/triage/verbs';
import { pressOnce } from '../parts/press-once';
import type { ShownLine } from '../../app/lines/inline-triage';
import { words } from '../../words/words';

interface ControlOptions {
  /** Whether Tab goes to the buttons. In an editor it indents, and the commands at the cursor do the same. */
  readonly tabStops: boolean;
  readonly onPress: (verb: RowVerb) => void;
}

const BUTTONS = plainVerbs(({ buttons }) => buttons.includes('line'));

/** The names of buttons repeat the task up to this length, in characters. */
const LONGEST_NAME = 160;

/** Draws the buttons of a proposed line and what is known of it. Words of notes become labels and text, never HTML. */
export function drawControls(shown: ShownLine, { tabStops, onPress }: ControlOptions): HTMLElement {
  const el = createSpan({ cls: 'account-actions-line' });
  for (const { name, verb, icon } of BUTTONS) {
    const button = el.createEl('button', {
      cls: 'clickable-icon',
      attr: { type: 'button', 'data-decision': name, ...(tabStops ? {} : { tabindex: '-1' }) },
    });
    setIcon(button, icon);
    button.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
      if (button.getAttribute('aria-disabled') !== 'true') onPress(verb);
    });
  }
  pressOnce(el);
  // Neither the cursor nor the focus goes where the mouse is pressed.
  el.addEventListener('mousedown', (event) => event.preventDefault());
  const facts = el.createSpan({ cls: 'account-actions-line-facts' });
  for (const name of ['copies', 'before']) facts.createSpan({ cls: ['account-actions-line-fact', `mod-${name}`] });
  updateControls(el, shown);
  return el;
}

/** Makes what `drawControls` drew show something else, without a new element: a button that has the focus keeps it. */
export function updateControls(el: HTMLElement, { text, facts, pending }: ShownLine): void {
  el.toggleClass('is-pending', pending);
  const letters = [...text];
  const said = visible(letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('').trimEnd()}…` : text);
  for (const { name, label } of BUTTONS) {
    const button = el.querySelector(`[data-decision=${name}]`);
    button?.setAttribute('aria-label', `${label}: ${said}`);
    button?.setAttribute('aria-disabled', String(pending));
  }
  setFact(el.querySelector('.mod-copies'), facts.copies, words.triage.withThisLine);
  setFact(el.querySelector('.mod-before'), facts.before, facts.where);
}

function setFact(el: Element | null, words: string, title: string): void {
  if (el === null) return;
  el.textContent = words;
  el.setAttribute('title', words === '' ? '' : title);
}
