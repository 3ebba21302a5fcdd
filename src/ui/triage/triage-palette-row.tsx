import type { VNode } from 'preact';
import type { Day } from '../../core/base/day';
import { visible } from '../../core/text/inline';
import type { ProposalRow } from '../../core/triage/rows';
import { InlineText } from '../inline/inline-text';
import { dayWords } from '../../words/format';
import { copiesWords, evidenceWords, ownerWords } from '../../app/row-words';
import { words } from '../../words/words';

interface PaletteRowProps {
  readonly id: string;
  readonly row: ProposalRow;
  readonly today: Day;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onPress: () => void;
}

/** A proposed task in the list of the palette: its words, and whose it is and from where. */
export function PaletteRow({ id, row, today, active, onPoint, onPress }: PaletteRowProps): VNode {
  const { text, account, due, note, copies } = row;
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      class={`suggestion-item mod-complex ${active ? 'is-selected' : ''}`}
      onMouseMove={active ? undefined : onPoint}
      onClick={onPress}
    >
      <div class="suggestion-content">
        <div class="suggestion-title">
          <InlineText text={text === '' ? words.common.noText : text} />
        </div>
        <div class="suggestion-note account-actions-facts">
          <span>
            <bdi>{account === null ? words.common.facts.noAccount : visible(account)}</bdi>
          </span>
          <span>
            <bdi>{ownerWords(row)}</bdi>
          </span>
          {due !== null && <span>{words.common.facts.due(dayWords(due, today))}</span>}
          <span>
            <bdi>{visible(note)}</bdi>
          </span>
          {copies.length > 0 && (
            <span>
              <bdi>{visible(copiesWords(row))}</bdi>
            </span>
          )}
          {[row.done, row.decided].map(
            (evidence) =>
              evidence !== null && (
                <span key={evidence.status}>
                  <bdi>{visible(evidenceWords(evidence, today))}</bdi>
                </span>
              ),
          )}
        </div>
      </div>
    </div>
  );
}
