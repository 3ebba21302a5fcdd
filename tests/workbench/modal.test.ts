import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ConfirmationModal, FuzzySuggestModal, Modal, Notice, SuggestModal } from '../../scripts/workbench/obsidian';
import { type App, createApp } from '../../scripts/workbench/obsidian/app/app';

let app: App;
const onKey = (event: KeyboardEvent): void => app.keymap.onKeyEvent(event);

beforeEach(() => {
  document.body.replaceChildren();
  app = createApp();
  window.addEventListener('keydown', onKey, true);
});
afterEach(() => {
  window.removeEventListener('keydown', onKey, true);
});

function press(key: string, init: KeyboardEventInit = {}): void {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
  );
}

class Words extends SuggestModal<string> {
  readonly chosen: string[] = [];

  getSuggestions(query: string): string[] {
    return ['alpha', 'beta', 'gamma'].filter((word) => word.includes(query));
  }

  renderSuggestion(word: string, el: HTMLElement): void {
    el.setText(word);
  }

  onChooseSuggestion(word: string): void {
    this.chosen.push(word);
  }
}

test('a modal takes the focus, gives it back, and Escape closes it', () => {
  const before = document.body.createEl('button');
  before.focus();
  const modal = new Modal(app.asObsidian());
  modal.setTitle('Really?').contentEl.createEl('input');
  let closed = 0;
  modal.setCloseCallback(() => {
    closed += 1;
  });
  modal.open();
  modal.open();
  expect(document.querySelectorAll('.modal')).toHaveLength(1);
  expect(document.activeElement).toBe(modal.contentEl.find('input'));
  expect(modal.modalEl.getAttr('aria-label')).toBe('Really?');
  press('Escape');
  expect(modal.containerEl.isConnected).toBe(false);
  expect(document.activeElement).toBe(before);
  expect(closed).toBe(1);
});

test('Tab stays inside a modal', () => {
  const modal = new Modal(app.asObsidian());
  const last = modal.contentEl.createEl('button');
  modal.open();
  last.focus();
  press('Tab');
  expect(document.activeElement).toBe(modal.modalEl.find('.modal-close-button'));
  press('Tab', { shiftKey: true });
  expect(document.activeElement).toBe(last);
});

test('a list is moved through and chosen from by keys; it closes before it tells', () => {
  const words = new Words(app.asObsidian());
  words.open();
  press('ArrowDown');
  press('Enter');
  expect(words.chosen).toEqual(['beta']);
  expect(words.containerEl.isConnected).toBe(false);
  words.open();
  press('ArrowUp');
  expect(words.resultContainerEl.find('.is-selected').textContent).toBe('gamma');
});

test('a list says when nothing fits', () => {
  const words = new Words(app.asObsidian());
  words.open();
  words.inputEl.value = 'zzz';
  words.inputEl.dispatchEvent(new Event('input'));
  expect(words.resultContainerEl.textContent).toBe('No results found.');
  press('Enter');
  expect(words.chosen).toEqual([]);
});

test('an answer that comes late is dropped', async () => {
  const answers: ((words: string[]) => void)[] = [];
  class Slow extends Words {
    override getSuggestions(): never {
      return new Promise<string[]>((done) => {
        answers.push(done);
      }) as never;
    }
  }
  const slow = new Slow(app.asObsidian());
  slow.open();
  slow.updateSuggestions();
  answers[1]?.(['second']);
  await Promise.resolve();
  answers[0]?.(['first']);
  await Promise.resolve();
  expect(slow.resultContainerEl.textContent).toBe('second');
});

test('a fuzzy list shows all, then what fits best first', () => {
  class Names extends FuzzySuggestModal<string> {
    getItems(): string[] {
      return ['Blue Heron', 'Northwind', 'Open settings'];
    }

    getItemText(name: string): string {
      return name;
    }

    onChooseItem(): void {
      /* Not asked here. */
    }
  }
  const names = new Names(app.asObsidian());
  names.open();
  expect(names.resultContainerEl.children).toHaveLength(3);
  names.inputEl.value = 'hero';
  names.updateSuggestions();
  expect(names.resultContainerEl.textContent).toBe('Blue Heron');
  expect(names.resultContainerEl.find('.suggestion-highlight').textContent).toBe('Hero');
});

test('a question closes with the button that answers it', async () => {
  const answers: string[] = [];
  const modal = new ConfirmationModal(app.asObsidian());
  modal
    .addButton((button) =>
      button.setButtonText('Do it').onClick(() => {
        answers.push('yes');
      }),
    )
    .addCancelButton();
  modal.open();
  expect(document.activeElement?.textContent).toBe('Do it');
  (document.activeElement as HTMLElement).click();
  await Promise.resolve();
  await Promise.resolve();
  expect(answers).toEqual(['yes']);
  expect(modal.containerEl.isConnected).toBe(false);
});

test('a notice is announced and goes when it is clicked', () => {
  const notice = new Notice('12 dismissed', 0);
  expect(document.querySelector('[aria-live="polite"]')?.textContent).toBe('12 dismissed');
  notice.setMessage('13 dismissed');
  expect(notice.messageEl.textContent).toBe('13 dismissed');
  notice.containerEl.click();
  expect(document.querySelector('.notice')).toBeNull();
});
