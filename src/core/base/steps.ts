/** Work in steps: whoever runs it may let the screen draw between two of them. What it gives comes at the end. */
export type Steps<T> = Generator<void, T>;

/** Runs all steps in one go. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The items of a list, with a step after each `size` of them. */
export function* inSteps<T>(items: Iterable<T>, visit: (item: T) => void, size = 250): Steps<void> {
  let left = size;
  for (const item of items) {
    visit(item);
    if (--left > 0) continue;
    left = size;
    yield;
  }
}
