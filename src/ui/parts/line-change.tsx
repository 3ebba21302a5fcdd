import type { VNode } from 'preact';
import { diffLine, type LinePiece } from '../../core/change/line-diff';
import { visible } from '../../core/text/inline';

interface LineChangeProps {
  /** The line before; null where it is new. */
  readonly before: string | null;
  /** The line after; null where it goes. */
  readonly after: string | null;
}

/**
 * A line before and after a change, with what went and what came marked. As plain text: it is what stands in the note,
 * and not to be trusted.
 */
export function LineChange({ before, after }: LineChangeProps): VNode {
  const diff = diffLine(before ?? '', after ?? '');
  return (
    <div class="account-actions-change">
      {before !== null && (
        <div class="account-actions-change-before">
          <bdi>
            {diff.before.map((piece, index) => (
              <Piece key={index} piece={piece} tag="del" />
            ))}
          </bdi>
        </div>
      )}
      {after !== null && (
        <div class="account-actions-change-after">
          <bdi>
            {diff.after.map((piece, index) => (
              <Piece key={index} piece={piece} tag="ins" />
            ))}
          </bdi>
        </div>
      )}
    </div>
  );
}

function Piece({
  piece: { text, changed },
  tag: Tag,
}: {
  readonly piece: LinePiece;
  readonly tag: 'del' | 'ins';
}): VNode {
  return changed ? <Tag>{visible(text)}</Tag> : <span>{visible(text)}</span>;
}
