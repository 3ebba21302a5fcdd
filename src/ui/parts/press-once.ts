import { SuggestModal } from 'obsidian';

/** Lets a key that is held press one button within an element, and not the next one, which has the focus by then and was not looked at. */
export function pressOnce(element: HTMLElement, options: AddEventListenerOptions = {}): void {
  element.addEventListener('keydown', (event) => {
    if (event.repeat && event.key === 'Enter' && (event.target as HTMLElement).matches('button, a')) event.preventDefault();
  }, options);
}

/** A list to choose from, in which a key that was held before it opened chooses nothing. */
export abstract class Picker<T> extends SuggestModal<T> {
  override selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    if (!('repeat' in event && event.repeat)) super.selectSuggestion(value, event);
  }
}
