/** A block that goes on over lines whatever they hold, until one ends it. */
export interface Block {
  readonly kind: 'code' | 'comment' | 'text';
  /** The marks that a fence opened with; null for others. */
  readonly fence: string | null;
  /** What ends it on any line, for others than fences; null where a blank line does. */
  readonly until: RegExp | null;
  /** Whether it ends on the line on which it opens. */
  readonly isClosed: boolean;
}

const PERCENT = 37;
const LESS = 60;
const BACKTICK = 96;
const TILDE = 126;

const FENCE_OPEN = /^(`{3,}(?=[^`]*$)|~{3,})/;
/** What ends a comment of Obsidian's own. */
export const COMMENT_END = /%%/;

interface HtmlBlock {
  readonly kind: 'comment' | 'text';
  readonly opens: RegExp;
  readonly until: RegExp | null;
  readonly alone: boolean;
}

/** How blocks of HTML open and end, as CommonMark lists them. */
const HTML_BLOCKS: readonly HtmlBlock[] = [
  { kind: 'comment', opens: /^<!--/, until: /-->/, alone: false },
  {
    kind: 'text',
    opens: /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i,
    until: /<\/(?:script|pre|style|textarea)>/i,
    alone: false,
  },
  { kind: 'text', opens: /^<\?/, until: /\?>/, alone: false },
  { kind: 'text', opens: /^<!\[CDATA\[/, until: /\]\]>/, alone: false },
  { kind: 'text', opens: /^<![a-z]/i, until: />/, alone: false },
  {
    kind: 'text',
    opens:
      /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i,
    until: null,
    alone: false,
  },
  { kind: 'text', opens: /^<(?:[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?|\/[a-z][a-z0-9-]*\s*)>\s*$/i, until: null, alone: true },
];

/** The fence, comment or HTML that opens at an offset, if one does. A lone tag does not interrupt a paragraph. */
export function blockOpenedBy(content: string, at: number, inParagraph: boolean): Block | null {
  switch (content.charCodeAt(at)) {
    case BACKTICK:
    case TILDE: {
      const fence = FENCE_OPEN.exec(content.slice(at))?.[1];
      return fence === undefined ? null : { kind: 'code', fence, until: null, isClosed: false };
    }
    case PERCENT: {
      if (!content.startsWith('%%', at) || content.slice(0, at).trim() !== '') return null;
      return { kind: 'comment', fence: null, until: COMMENT_END, isClosed: content.includes('%%', at + 2) };
    }
    case LESS: {
      const rest = content.slice(at);
      const html = HTML_BLOCKS.find(({ opens, alone }) => opens.test(rest) && !(alone && inParagraph));
      if (html === undefined) return null;
      const { kind, until } = html;
      return { kind, fence: null, until, isClosed: until?.test(rest.slice(2)) === true };
    }
    default:
      return null;
  }
}

/** Whether the fence that opened with these marks is closed at an offset. */
export function closesFence(content: string, at: number, fence: string): boolean {
  const bare = content.slice(at).trimEnd();
  return bare.length >= fence.length && bare === fence[0]!.repeat(bare.length);
}
