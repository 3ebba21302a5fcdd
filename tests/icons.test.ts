import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const SRC = join(__dirname, '..', 'src');

/** The icons that are used, all of them in Lucide 0.446, which Obsidian 1.13 draws. A new one is looked up there first. */
const IN_LUCIDE_0_446 = new Set(
  `alarm-clock arrow-left arrow-up-narrow-wide badge-check bell bell-off bookmark bookmark-minus bookmark-plus building-2
  calendar check check-check chevron-down chevron-right circle-check circle-dashed circle-dot circle-help circle-slash
  clipboard-list coffee copy ellipsis ellipsis-vertical file-question file-text filter gavel history keyboard layers list-checks
  list-plus list-tree locate-fixed merge pencil pin pin-off refresh-cw replace search signal triangle-alert undo-2 user user-check user-x users
  wand-sparkles x`.split(/\s+/),
);

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The texts in a file that are given as an icon: to a function or a property that is called so, or as the name of `Icon`. */
function iconsIn(path: string, code: string): readonly string[] {
  const found: string[] = [];
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const textsIn = (node: ts.Node): readonly string[] =>
    ts.isStringLiteralLike(node)
      ? NAME.test(node.text)
        ? [node.text]
        : []
      : ts.isConditionalExpression(node)
        ? [...textsIn(node.whenTrue), ...textsIn(node.whenFalse)]
        : ts.isJsxExpression(node) && node.expression !== undefined
          ? textsIn(node.expression)
          : [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'icon') found.push(...textsIn(node.initializer));
    if (ts.isPropertyDeclaration(node) && node.name.getText() === 'icon' && node.initializer !== undefined)
      found.push(...textsIn(node.initializer));
    if (ts.isJsxAttribute(node) && node.initializer !== undefined) {
      const isIcon = node.parent.parent.tagName.getText() === 'Icon' && node.name.getText() === 'name';
      if (isIcon || node.name.getText() === 'icon') found.push(...textsIn(node.initializer));
    }
    if (ts.isCallExpression(node)) {
      const name = node.expression.getText().split('.').at(-1)!;
      const at = { setIcon: node.arguments.length - 1, addRibbonIcon: 0, addEntry: 2 }[name];
      if (at !== undefined && node.arguments[at] !== undefined) found.push(...textsIn(node.arguments[at]));
    }
    if (ts.isMethodDeclaration(node) && node.name.getText() === 'getIcon')
      node.body?.statements.forEach((statement) => {
        if (ts.isReturnStatement(statement) && statement.expression !== undefined)
          found.push(...textsIn(statement.expression));
      });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind));
  return found;
}

test('every icon is one that Obsidian has', () => {
  const used = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => iconsIn(path, readFileSync(join(SRC, path), 'utf8')));
  expect(new Set(used).size).toBeGreaterThan(30);
  expect(used.filter((name) => !IN_LUCIDE_0_446.has(name))).toEqual([]);
});
