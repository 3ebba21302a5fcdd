/**
 * Lets a key that is held press one button within an element, and not the next one, which has the focus by then and was
 * not looked at. What comes back ends that.
 */
export function pressOnce(element: HTMLElement): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.repeat && event.key === 'Enter' && (event.target as HTMLElement).matches('button, a'))
      event.preventDefault();
  };
  element.addEventListener('keydown', onKey);
  return () => element.removeEventListener('keydown', onKey);
}
