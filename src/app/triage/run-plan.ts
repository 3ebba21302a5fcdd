import { isDeciding, reasonOf, type Plan, type RowVerb } from '../../core/triage/decide';
import { actionLabel, decidedWords } from '../../core/triage/report';
import type { ActionOptions, Actions } from '../actions';
import { told, type Told } from '../told';
import { words } from '../../words/words';

/** Writes a plan as one action; says what became of it, and of what the plan itself refused. */
export async function runPlan(
  actions: Pick<Actions, 'run'>,
  verb: RowVerb,
  plan: Plan,
  options: ActionOptions = {},
): Promise<Told> {
  const { notes, follows, rows, refusals } = plan;
  const reason = reasonOf(verb);
  const report = await actions.run(
    {
      label: actionLabel(verb, plan),
      notes,
      follows,
      decided: isDeciding(verb.name) ? rows : 0,
      ...(reason === undefined ? {} : { reason }),
      left: refusals,
    },
    options,
  );
  const all = { ...report, refusals: [...refusals, ...report.refusals] };
  const said = decidedWords(verb, plan, all);
  return told(said === '' ? words.triage.nothingLeft : said, all);
}
