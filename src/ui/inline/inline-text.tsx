import type { VNode } from 'preact';
import { parseInline, visible, type Inline } from '../../core/text/inline';
import { words } from '../../words/words';

/** What a click on a link inside of a text does; left out where the text stands in something that is pressed itself. */
export interface InlineLinks {
  openLink(target: string, event: MouseEvent): void;
}

interface InlineTextProps {
  readonly text: string;
  readonly links?: InlineLinks;
}

/**
 * Untrusted text, drawn as text: bold, italic, code and links, apart from the direction of what stands around it. Never
 * as HTML.
 */
export function InlineText({ text, links }: InlineTextProps): VNode {
  return <bdi class="account-actions-inline">{parseInline(text).map((piece) => drawPiece(piece, links))}</bdi>;
}

function drawPiece(piece: Inline, links: InlineLinks | undefined): VNode | string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return <code>{piece.text}</code>;
    case 'strong':
      return <strong>{piece.children.map((child) => drawPiece(child, links))}</strong>;
    case 'emphasis':
      return <em>{piece.children.map((child) => drawPiece(child, links))}</em>;
    case 'hidden':
      return (
        <span class="account-actions-hidden-character" title={words.common.hiddenCharacter}>
          {piece.name}
        </span>
      );
    case 'note':
      if (links === undefined) return <span class="account-actions-link">{piece.text}</span>;
      return (
        // Its address is never the note's own words: those could be any scheme.
        <a
          class="internal-link"
          href="#"
          title={visible(piece.target)}
          onClick={(event) => follow(event, () => links.openLink(piece.target, event))}
        >
          {piece.text}
        </a>
      );
    case 'url':
      if (links === undefined)
        return (
          <span class="account-actions-link" title={visible(piece.url)}>
            {piece.text}
          </span>
        );
      return (
        <a
          class="external-link"
          href={piece.url}
          title={visible(piece.url)}
          target="_blank"
          rel="noopener nofollow"
          onClick={(event) => event.stopPropagation()}
        >
          {piece.text}
        </a>
      );
  }
}

function follow(event: MouseEvent, action: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  action();
}
