import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';

/** A regular expression of the source and where it stands: `src/core/text/space.ts:3`. */
export interface SourceRegex {
  readonly at: string;
  readonly regex: RegExp;
}

/** What was found; `unknown`: the places of those that are made of what is known only while the plugin runs. */
export interface SourceRegexes {
  readonly found: readonly SourceRegex[];
  readonly unknown: readonly string[];
}

interface Site {
  readonly at: string;
  readonly path: string;
  /** Where `RegExp` stands in `new RegExp(…)`. */
  readonly start: number;
  readonly length: number;
  /** The pattern with `key` in place of what is not known, where it is a template; else null. */
  readonly guess: RegExp | null;
}

/** Every regular expression below `src`: the literals, and what `new RegExp` makes when its module is loaded. */
export async function sourceRegexes(root: string): Promise<SourceRegexes> {
  const literals: SourceRegex[] = [];
  const sites: Site[] = [];
  for (const name of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.tsx?$/.test(name)) continue;
    const path = join(root, 'src', name);
    const text = readFileSync(path, 'utf8');
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const placeOf = (node: ts.Node): string =>
      `src/${name.replaceAll(sep, '/')}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node) && !isPart(node))
        literals.push({ at: placeOf(node), regex: regexOf(node.text) });
      if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp')
        sites.push({
          at: placeOf(node),
          path,
          start: node.expression.getStart(),
          length: node.expression.getEnd() - node.expression.getStart(),
          guess: guessOf(node),
        });
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  const made = await madeAtLoad(root, sites);
  const rest = sites.filter(({ at }) => !made.some((one) => one.at === at));
  return {
    found: [...literals, ...made, ...rest.flatMap(({ at, guess }) => (guess === null ? [] : [{ at, regex: guess }]))],
    unknown: rest.filter(({ guess }) => guess === null).map(({ at }) => at),
  };
}

/** Whether a literal is only a part of what `new RegExp` is given. */
function isPart(node: ts.Node): boolean {
  return ts.isNewExpression(node)
    ? node.expression.getText() === 'RegExp'
    : node.parent !== undefined && isPart(node.parent);
}

function regexOf(literal: string): RegExp {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

function guessOf({ arguments: given }: ts.NewExpression): RegExp | null {
  const [pattern, flags] = given ?? [];
  if (pattern === undefined || !ts.isTemplateExpression(pattern)) return null;
  const source = pattern.templateSpans.reduce((text, span) => `${text}key${span.literal.text}`, pattern.head.text);
  return new RegExp(source, flags !== undefined && ts.isStringLiteral(flags) ? flags.text : '');
}

/** Loads the modules of the core that hold such places, with a `RegExp` that tells of what it made. */
async function madeAtLoad(root: string, sites: readonly Site[]): Promise<readonly SourceRegex[]> {
  const paths = [...new Set(sites.map(({ path }) => path))].filter((path) =>
    path.startsWith(join(root, 'src', 'core')),
  );
  const outfile = join(root, 'node_modules', '.cache', 'run', `regexes-${process.pid}.mjs`);
  await build({
    stdin: { contents: paths.map((path) => `import ${JSON.stringify(path)};`).join('\n'), resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
    // A module that only the recording needs must not be dropped.
    treeShaking: false,
    plugins: [
      {
        name: 'record',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) => ({ contents: recording(path, sites), loader: 'ts' }));
        },
      },
    ],
  });
  const made: SourceRegex[] = [];
  const record = (at: string) =>
    class extends RegExp {
      constructor(pattern: string | RegExp, flags?: string) {
        super(pattern, flags);
        made.push({ at, regex: new RegExp(pattern, flags) });
      }
    };
  Object.assign(globalThis, { recordRegExp: record });
  await import(pathToFileURL(outfile).href);
  return made;
}

function recording(path: string, sites: readonly Site[]): string {
  return sites
    .filter((site) => site.path === path)
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { at, start, length }) =>
        `${text.slice(0, start)}(recordRegExp(${JSON.stringify(at)}))${text.slice(start + length)}`,
      readFileSync(path, 'utf8'),
    );
}
