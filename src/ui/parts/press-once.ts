/**
 * Lets a key that is held press one button within an element, and not the next one, which has the focus by then and was
 * not looked at.
 */
export function pressOnce(element: HTMLElement, options: AddEventListenerOptions = {}): void {
  element.addEventListener(
    'keydown',
    (event) => {
      if (event.repeat && event.key === 'Enter' && (event.target as HTMLElement).matches('button, a'))
        event.preventDefault();
    },
    options,
  );
}
