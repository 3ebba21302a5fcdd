import { Notice } from 'obsidian';
import { words } from '../words/words';

/** The one place where unexpected errors end: they are told to the user in a sentence and to the console in full. */
export interface Failure {
  /**
   * Tells that `what` did not happen ("Couldn't show Accounts"). The sentence says what to do where it can.
   */
  report(what: string, error: unknown): void;
  /** Runs `action` and reports what it throws, now or later. */
  guard(what: string, action: () => unknown): void;
}

/** An error boundary that does not repeat a sentence while its notice is still shown. */
export function createFailure(): Failure {
  const shown = new Set<string>();
  const report = (what: string, error: unknown): void => {
    console.error(words.failures.console(what), error);
    if (shown.has(what)) return;
    shown.add(what);
    const reason = error instanceof Error ? error.message : String(error);
    new Notice(words.failures.notice(what, reason), NOTICE_MS);
    window.setTimeout(() => shown.delete(what), NOTICE_MS);
  };
  return {
    report,
    guard(what, action) {
      try {
        const result = action();
        if (result instanceof Promise) result.catch((error: unknown) => report(what, error));
      } catch (error) {
        report(what, error);
      }
    },
  };
}

const NOTICE_MS = 8000;
