import { Menu, type App } from 'obsidian';
import type { Day } from '../../core/base/day';
import type { Store } from '../../core/base/store';
import type { Groups } from '../../core/copies/group';
import type { Graph } from '../../core/graph/graph';
import { otherDecisions } from '../../core/graph/mark-rows';
import type { MergedStatement } from '../../core/graph/rows';
import { addEntry, showMenu } from '../parts/show-menu';
import type { Tell } from '../parts/tell';
import { DecisionPicker } from './decision-picker';
import type { DecisionWish, MarkDecision } from './mark-decision';

/** Opens the menu of what can be said of a row of decisions: at the pointer, or below the button that was pressed. */
export type OpenDecisionMenu = (event: MouseEvent, row: MergedStatement) => void;

interface MenuParts {
  readonly app: App;
  readonly graph: Store<Graph>;
  readonly groups: Store<Groups | null>;
  readonly today: Store<Day>;
  readonly mark: MarkDecision;
  readonly tell: Tell;
}

/** The menu of a row of decisions, for all views that show them. What a choice did is told in a notice. */
export function createDecisionMenu({ app, graph, groups, today, mark, tell }: MenuParts): OpenDecisionMenu {
  return (event, row) => {
    event.preventDefault();
    const say = (wish: DecisionWish): void => void mark(row, wish).then(tell);
    const others = otherDecisions(graph.get(), row.path, [row.text], groups.get() ?? new Map());
    const supersede = (): void =>
      new DecisionPicker(app, {
        placeholder: 'Which decision is there instead? Its note is written down.',
        decisions: others,
        today: today.get(),
        onChoose: ({ path }) => say({ name: 'supersede', by: path }),
      }).open();
    const menu = new Menu();
    if (row.confirmed === null) addEntry(menu, 'Confirm', 'check', () => say({ name: 'confirm' }));
    else addEntry(menu, 'Not confirmed any more', 'undo-2', () => say({ name: 'unmark', kinds: ['confirmed'] }));
    if (others.length > 0) addEntry(menu, 'Superseded by …', 'replace', supersede);
    if (row.superseded !== null)
      addEntry(menu, 'Not superseded any more', 'undo-2', () => say({ name: 'unmark', kinds: ['superseded'] }));
    showMenu(menu, event);
  };
}
