import { statusSymbols } from '../../core/settings';
import type { VerbRules } from '../../core/triage/verbs';
import type { Context } from '../context';

/** What verbs depend on besides the lines, as it is now. */
export function verbRules({
  today,
  settings,
  taskFormat,
}: Pick<Context, 'today' | 'settings' | 'taskFormat'>): VerbRules {
  return {
    today: today.get(),
    symbols: statusSymbols(settings.get()),
    format: taskFormat(),
    writesReason: settings.get().writeReasons,
  };
}
