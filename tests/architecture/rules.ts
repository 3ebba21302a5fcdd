import { posix } from 'node:path';
import { sourceFacts, type Import, type SourceFacts } from './source-facts';

/** What a layer may import: other layers (and all within them), and packages; some of both by type only. */
export interface Layer {
  readonly may: readonly string[];
  readonly types?: readonly string[];
  readonly packages: readonly string[];
  readonly packageTypes?: readonly string[];
}

/** The layers by the folder or file that they are. */
export type Layers = Readonly<Record<string, Layer>>;

/** A tree of source files: texts by path, with `/`. */
export type Tree = ReadonlyMap<string, string>;

/**
 * Every import, file and name under `src` that breaks a rule of the house, in a sentence each; empty when all is well.
 */
export function breaches(tree: Tree, layers: Layers): readonly string[] {
  const sources = sourcesBelow('src', tree);
  return [
    ...longFiles(tree),
    ...[...sources].flatMap(([path, facts]) => [
      ...importBreaches(path, facts, tree, layers),
      ...nameBreaches(path, facts),
      ...(facts.barrel || /(?:^|\/)index\.tsx?$/.test(path) ? [`${path} is a barrel`] : []),
      ...facts.lookBehinds.map((regex) => `${path} has a look-behind, which older iPhones refuse: ${regex}`),
      ...(path.startsWith('src/core/')
        ? facts.outside.map((name) => `${path} uses ${name}; the core knows no screen, Node, console or clock`)
        : []),
    ]),
    ...circles(sources, tree),
  ];
}

/**
 * Every import below a folder that its table does not allow, and every circle of imports there, in a sentence each;
 * empty when all is well.
 */
export function importBreachesBelow(folder: string, tree: Tree, layers: Layers): readonly string[] {
  const sources = sourcesBelow(folder, tree);
  return [
    ...[...sources].flatMap(([path, facts]) => importBreaches(path, facts, tree, layers)),
    ...circles(sources, tree),
  ];
}

function sourcesBelow(folder: string, tree: Tree): ReadonlyMap<string, SourceFacts> {
  return new Map(
    [...tree]
      .filter(([path]) => isWithin(path, folder) && /\.tsx?$/.test(path))
      .map(([path, text]) => [path, sourceFacts(path, text)]),
  );
}

const LONGEST_FILE = 400;

function longFiles(tree: Tree): readonly string[] {
  return [...tree].flatMap(([path, text]) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    return lines > LONGEST_FILE ? [`${path} has ${lines} lines; a file has ${LONGEST_FILE} at most`] : [];
  });
}

const WORD_WITHOUT_MEANING = /(?:^|[^a-z])(utils?|helpers?|managers?|services?)(?![a-z])/i;

function nameBreaches(path: string, { declared }: SourceFacts): readonly string[] {
  const name = posix.basename(path).replace(/\.tsx?$/, '');
  const words = [path, ...declared.map((declaredName) => declaredName.replace(/[A-Z]+/g, '-$&'))];
  return [
    ...(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test)?$/.test(name) ? [] : [`${path} is not named in kebab-case`]),
    ...words.flatMap((text) => {
      const word = WORD_WITHOUT_MEANING.exec(text)?.[1];
      return word === undefined ? [] : [`${path} names something “${word.toLowerCase()}”, which says nothing`];
    }),
  ];
}

function importBreaches(path: string, { imports }: SourceFacts, tree: Tree, layers: Layers): readonly string[] {
  const own = layerOf(path, layers);
  if (own === null) return [`${path} belongs to no layer`];
  return imports.flatMap((one) => {
    const fault = importFault(path, one, { own, tree, layers });
    return fault === null ? [] : [`${path} ${fault}`];
  });
}

function importFault(
  path: string,
  { from, typeOnly }: Import,
  { own, tree, layers }: { readonly own: string; readonly tree: Tree; readonly layers: Layers },
): string | null {
  const { may, types = [], packages, packageTypes = [] } = layers[own]!;
  if (from === null) return 'imports a computed name';
  if (!from.startsWith('.')) {
    if (packages.some((name) => isWithin(from, name))) return null;
    if (!packageTypes.some((name) => isWithin(from, name))) return `imports the package ${from}; ${own} may not`;
    return typeOnly ? null : `imports the package ${from}; ${own} may by type only`;
  }
  const target = resolveImport(path, from, tree);
  if (target === null) return `imports ${from}, which is not there`;
  const layer = layerOf(target, layers);
  if (layer === null) return `imports ${target}, which belongs to no layer`;
  if (layer === own && own !== path) return null;
  if (may.some((allowed) => isWithin(layer, allowed))) return null;
  if (!types.some((allowed) => isWithin(layer, allowed))) return `imports ${target}; ${own} may not import ${layer}`;
  return typeOnly ? null : `imports ${target}; ${own} may import ${layer} by type only`;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** The innermost layer that holds a path. */
function layerOf(path: string, layers: Layers): string | null {
  return (
    Object.keys(layers)
      .filter((layer) => isWithin(path, layer))
      .sort((a, b) => b.length - a.length)[0] ?? null
  );
}

function resolveImport(path: string, from: string | null, tree: Tree): string | null {
  if (from === null || !from.startsWith('.')) return null;
  const base = posix.join(posix.dirname(path), from);
  return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((candidate) => tree.has(candidate)) ?? null;
}

/**
 * The circles of imports, each named once, from its first file around. Imports of types count: a circle of them is one
 * design in two files.
 */
function circles(sources: ReadonlyMap<string, SourceFacts>, tree: Tree): readonly string[] {
  const imports = new Map(
    [...sources].map(([path, facts]) => [
      path,
      facts.imports.flatMap(({ from }) => resolveImport(path, from, tree) ?? []),
    ]),
  );
  const found: string[] = [];
  const finished = new Set<string>();
  const trail: string[] = [];
  const walk = (path: string): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push(`Imports go in a circle: ${[...trail.slice(start), path].join(' → ')}`);
    if (start >= 0 || finished.has(path)) return;
    trail.push(path);
    imports.get(path)?.forEach(walk);
    trail.pop();
    finished.add(path);
  };
  [...imports.keys()].sort().forEach(walk);
  return found;
}
