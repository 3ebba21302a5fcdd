import './dom';
import { icons } from 'lucide';

type IconNode = readonly (readonly [string, Readonly<Record<string, string | number>>])[];

/** Obsidian's own names for pictures that Lucide calls otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  'any-key': 'keyboard',
  checkmark: 'check',
  cross: 'x',
  documents: 'files',
  document: 'file',
  'horizontal-split': 'rows-2',
  'vertical-split': 'columns-2',
  'left-arrow': 'arrow-left',
  'right-arrow': 'arrow-right',
  'right-triangle': 'right-triangle',
  'three-horizontal-bars': 'menu',
  'vertical-three-dots': 'more-vertical',
  'horizontal-three-dots': 'more-horizontal',
  'more-horizontal': 'ellipsis',
  'more-vertical': 'ellipsis-vertical',
  'go-to-file': 'file-search',
  'broken-link': 'unlink',
  'magnifying-glass': 'search',
  'open-vault': 'vault',
  reset: 'rotate-ccw',
  trash: 'trash-2',
  'edit-3': 'pen-line',
  edit: 'square-pen',
  'check-circle': 'circle-check-big',
  'alert-triangle': 'triangle-alert',
  'alert-circle': 'circle-alert',
  'help-circle': 'circle-question-mark',
  'x-circle': 'circle-x',
  'check-square': 'square-check-big',
  'sidebar-left': 'panel-left',
  'sidebar-right': 'panel-right',
  'sort-asc': 'arrow-up-narrow-wide',
  'sort-desc': 'arrow-down-wide-narrow',
  filter: 'funnel',
  home: 'house',
  'bar-chart': 'chart-no-axes-column-increasing',
  'undo-glyph': 'undo-2',
};

/** The small filled triangle of collapsible rows is Obsidian's own drawing, ours is a chevron of the same weight. */
const OWN: Readonly<Record<string, IconNode>> = {
  'right-triangle': [['path', { d: 'M7 9l5 6 5-6' }]],
};

// `addIcon` has no app to hang on: what plugins add belongs to the page, as in Obsidian.
const added = new Map<string, string>();

const names: ReadonlyMap<string, IconNode> = new Map(
  Object.entries(icons as unknown as Record<string, IconNode>).map(([name, node]) => [kebab(name), node]),
);

function kebab(name: string): string {
  return name
    .replace(/([a-z])([A-Z0-9])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .replace(/([0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

function frame(id: string, viewBox: string): SVGSVGElement {
  return createSvg('svg', {
    cls: ['svg-icon', id.startsWith('lucide-') || added.has(id) ? id : `lucide-${id}`],
    attr: {
      viewBox,
      width: 24,
      height: 24,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'aria-hidden': 'true',
    },
  });
}

function fromAdded(id: string, content: string): SVGSVGElement {
  const svg = frame(id, '0 0 100 100');
  const parsed = new DOMParser().parseFromString(
    `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`,
    'image/svg+xml',
  );
  for (const child of Array.from(parsed.documentElement.childNodes)) svg.appendChild(svg.doc.importNode(child, true));
  return svg;
}

/** A new drawing of the icon, or null where there is none of that name (with or without `lucide-`). */
export function getIcon(iconId: string): SVGSVGElement | null {
  const custom = added.get(iconId);
  if (custom !== undefined) return fromAdded(iconId, custom);
  const id = iconId.replace(/^lucide-/, '');
  const node = OWN[id] ?? names.get(id) ?? names.get(ALIASES[id] ?? '');
  if (!node) return null;
  const svg = frame(id, '0 0 24 24');
  for (const [tag, attributes] of node) svg.createSvg(tag as 'path', { attr: { ...attributes } });
  return svg;
}

/** Puts the icon into the element in place of what it held; an unknown name leaves it as it is. */
export function setIcon(parent: HTMLElement, iconId: string): void {
  const svg = getIcon(iconId);
  if (!svg) return;
  parent.empty();
  parent.appendChild(svg);
}

/** The names that `getIcon` knows, as Obsidian lists them. */
export function getIconIds(): string[] {
  return [...added.keys(), ...[...names.keys()].map((name) => `lucide-${name}`)];
}

/** Adds an icon drawn in a 100 × 100 box. */
export function addIcon(iconId: string, svgContent: string): void {
  added.set(iconId, svgContent);
}

/** Takes an added icon away. */
export function removeIcon(iconId: string): void {
  added.delete(iconId);
}
