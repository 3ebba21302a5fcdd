import { Menu } from 'obsidian';
import type { Context } from '../../app/context';
import { otherDecisions } from '../../core/graph/mark-rows';
import { addEntry, showMenu } from '../parts/show-menu';
import type { DecisionWish, MarkDecision } from '../../app/decisions/mark-decision';
import type { StatementRow } from '../../core/graph/rows';
import { words } from '../../words/words';

/** Opens the menu of what can be said of a row of decisions: at the pointer, or below the button that was pressed. */
export type OpenDecisionMenu = (event: MouseEvent, row: StatementRow) => void;

/** The menu of a row of decisions, for all views that show them. What a choice did is told in a notice. */
export function createDecisionMenu({
  graph,
  groups,
  today,
  prompts,
  mark,
}: Pick<Context, 'graph' | 'groups' | 'today' | 'prompts'> & { readonly mark: MarkDecision }): OpenDecisionMenu {
  return (event, row) => {
    event.preventDefault();
    const say = (wish: DecisionWish): void => void mark(row, wish).then(prompts.tell);
    const others = otherDecisions(graph.get(), row.path, [row.text], groups.get() ?? new Map());
    const supersede = (): void =>
      prompts.chooseDecision({
        placeholder: words.decisions.whichReplaces,
        decisions: others,
        today: today.get(),
        onChoose: ({ path }) => say({ name: 'supersede', by: path }),
      });
    const menu = new Menu();
    if (row.confirmed === null) addEntry(menu, words.decisions.confirm, 'check', () => say({ name: 'confirm' }));
    else addEntry(menu, words.decisions.unconfirm, 'undo-2', () => say({ name: 'unmark', kinds: ['confirmed'] }));
    if (others.length > 0) addEntry(menu, words.decisions.supersede, 'replace', supersede);
    if (row.superseded !== null)
      addEntry(menu, words.decisions.restore, 'undo-2', () => say({ name: 'unmark', kinds: ['superseded'] }));
    showMenu(menu, event);
  };
}
