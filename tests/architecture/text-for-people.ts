import ts from 'typescript';
import type { Tree } from './rules';

/** Where text for people stands. */
const WORDS = 'src/words/';

/**
 * Layers that read notes and write them. Their constants in capitals hold what notes say: words that are looked for,
 * and names of folders and people that are there. No sentence is among them.
 */
const OF_NOTES =
  /^src\/core\/(?:base|text|task|note|account|person|copies|change|settings\.ts)(?=\/|$)|^src\/core\/settings\.ts$/;

/** Lists of the words that notes are read by, in many languages. */
const WORD_LISTS = /^src\/core\/(?:note|task)\/[a-z]+-words\.ts$/;

/** Attributes that people read or hear; letters in any other one are text only where they are a sentence. */
const READ_ATTRIBUTES = new Set(['label', 'title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'words']);
/** Attributes and members that hold names of classes and styles, or drawings. */
const STYLES = new Set(['class', 'className', 'cls', 'style', 'viewBox', 'rel']);
/** Functions that take selectors or names of classes, and what describes a value to developers. */
const OF_THE_PAGE =
  /^(?:closest|matches|querySelector(?:All)?|find(?:All)?|addClass(?:es)?|removeClass|toggleClass|setAttrs?|Symbol)$/;
/** What browsers and Obsidian call keys. */
const KEY = /^(?:Mod\+)?(?:Enter|Escape|Tab|Home|End|Page(?:Up|Down)|Arrow(?:Up|Down|Left|Right)|Mod)$/;

/**
 * Every text for people that stands outside of `src/words`, in a sentence each; empty when there is none. Text is what
 * is drawn between tags, what an attribute says to people, two words with a blank between them, and a word that begins
 * with a capital. What only looks like it is told by where it stands: a type, a comparison, an error that is thrown, a
 * class, a selector, a key, a word that notes are read by.
 */
export function textOutsideWords(tree: Tree): readonly string[] {
  const files = [...tree]
    .filter(
      ([path]) => path.startsWith('src/') && !path.startsWith(WORDS) && !WORD_LISTS.test(path) && /\.tsx?$/.test(path),
    )
    .map(([path, text]) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  // A text that is a type somewhere is one of some names.
  const names = new Set(files.flatMap(literalTypes));
  return files.flatMap((file) => found(file, names));
}

function literalTypes(file: ts.SourceFile): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) texts.push(node.literal.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

function found(file: ts.SourceFile, names: ReadonlySet<string>): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isNoText(node)) return;
    const text = textOf(node);
    if (text !== null && !names.has(text) && isForPeople(node, text, file.fileName)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      texts.push(`${file.fileName}:${line} says “${text.trim().replaceAll(HOLE, '…')}”; that belongs into src/words`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

/** Whether nothing within a node is text: imports, types, comparisons, errors that are thrown, regular expressions. */
function isNoText(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isThrowStatement(node)) return true;
  if (ts.isJsxAttribute(node)) return STYLES.has(node.name.getText());
  if (ts.isPropertyAssignment(node)) return STYLES.has(node.name.getText());
  const { parent } = node;
  if (parent === undefined || !ts.isExpression(node)) return false;
  if (ts.isCaseClause(parent)) return parent.expression === node;
  if (ts.isBinaryExpression(parent)) return /^[!=]==$/.test(parent.operatorToken.getText());
  return (
    (ts.isCallExpression(parent) && parent.expression !== node && OF_THE_PAGE.test(calledName(parent))) ||
    (ts.isNewExpression(parent) && parent.expression.getText() === 'RegExp')
  );
}

function calledName({ expression }: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

/** Stands for what a template puts in. */
const HOLE = '\ufffc';

/** What a literal says, with a sign for each hole; null for other nodes. */
function textOf(node: ts.Node): string | null {
  if (ts.isJsxText(node) || ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node)
    ? node.head.text + node.templateSpans.map(({ literal }) => HOLE + literal.text).join('')
    : null;
}

const TWO_WORDS = /\p{L}['’,;)”]? [(“]?[\p{L}\ufffc]|\ufffc['’,;)”]? [(“]?\p{L}/u;
const CAPITALISED = /^\p{Lu}\p{Ll}+(?:[.:!?…]|\p{L}*(?:\s|$))/u;
const SELECTOR = /\[[a-z-]+[\]=]/;
const CLASSES = /^(?:account-actions-[a-z-]+ ?)+$/;

function isForPeople(node: ts.Node, text: string, path: string): boolean {
  if (!/\p{L}/u.test(text)) return false;
  if (isDrawn(node)) return true;
  if (!TWO_WORDS.test(text) && !CAPITALISED.test(text)) return false;
  return !KEY.test(text) && !SELECTOR.test(text) && !CLASSES.test(text) && !isOfNotes(node, text, path);
}

/** Whether a text is a child of an element, as it is or by a condition, or what an attribute says to people. */
function isDrawn(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxText(node)) return true;
  if (ts.isJsxAttribute(parent)) return READ_ATTRIBUTES.has(parent.name.getText());
  if (ts.isJsxExpression(parent))
    return ts.isJsxAttribute(parent.parent) ? READ_ATTRIBUTES.has(parent.parent.name.getText()) : true;
  const passesOn =
    ts.isParenthesizedExpression(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    (ts.isBinaryExpression(parent) && /^(?:&&|\|\||\?\?)$/.test(parent.operatorToken.getText()));
  return passesOn && isDrawn(parent);
}

function isOfNotes(node: ts.Node, text: string, path: string): boolean {
  if (!OF_NOTES.test(path) || !(/^[^\p{Lu}.!?…“]+$/u.test(text) || /^\p{Lu}\p{Ll}+$/u.test(text))) return false;
  let statement = node;
  while (!ts.isSourceFile(statement.parent)) statement = statement.parent;
  return (
    ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.every(({ name }) => /^[A-Z][A-Z\d_]*$/.test(name.getText()))
  );
}
