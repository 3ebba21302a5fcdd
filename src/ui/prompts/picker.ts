import { SuggestModal } from 'obsidian';

/** A list to choose from, in which a key that was held before it opened chooses nothing. */
export abstract class Picker<T> extends SuggestModal<T> {
  override selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    if (!('repeat' in event && event.repeat)) super.selectSuggestion(value, event);
  }
}
