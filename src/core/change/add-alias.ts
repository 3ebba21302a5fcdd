import { sameValue } from '../base/equal';
import { lastOf } from '../base/last-of';
import { fail, succeed, type Result } from '../base/result';
import { readFrontMatter } from '../note/front-matter';
import { yamlScalar } from '../note/yaml-scalar';
import { detectDamage } from '../text/encoding';
import type { Line } from '../text/lines';
import { foldSpace } from '../text/space';
import { applyEdits } from './apply';
import { createEdit, type Edit } from './edit';
import { frontMatterLines, frontMatterOf, readFrontMatterLines } from './front-matter-lines';
import { fillSlot, placeOfKey, quoteOf, type Slot } from './front-matter-slots';
import { pieceEdits } from './pieces';
import { surveyText, type Survey } from './survey';
import { words } from '../../words/words';

/**
 * The edit that adds a name to the `aliases` of a note, as the last of them; none where it is one already. A list stays
 * the kind of list that it is, one text becomes a list between brackets, and a missing key goes to the end. Fails with
 * the reason, as the end of a sentence, where it is not sure that nothing else would change.
 */
export function addAlias(path: string, text: string, name: string): Result<readonly Edit[]> {
  const alias = foldSpace(name);
  const survey = surveyText(text);
  const inner = frontMatterLines(survey);
  const before = readFrontMatterLines(inner ?? [], detectDamage(text));
  if (inner === null) return fail(words.merge.noFrontMatter);
  if (!before.ok) return fail(words.merge.brokenFrontMatter);
  const aliases = before.value.list('aliases');
  if (aliases.includes(alias)) return succeed([]);

  const edits = aliasEdits(survey, { path, inner, alias });
  if (edits === null) return UNSURE;
  const written = applyEdits(text, edits);
  if (written.outcomes.some(({ ok }) => !ok)) return UNSURE;
  const after = frontMatterOf(written.text);
  return after.ok && sameValue(after.value.list('aliases'), [...aliases, alias]) ? succeed(edits) : UNSURE;
}

const UNSURE = fail(words.merge.aliasForm);

function aliasEdits(
  survey: Survey,
  { path, inner, alias }: { readonly path: string; readonly inner: readonly Line[]; readonly alias: string },
): readonly Edit[] | null {
  const newLine = (line: number, words: string): readonly Edit[] => [
    createEdit(survey, { path, line, count: 0, replacement: [words] }),
  ];
  const place = placeOfKey(inner, 'aliases');
  if (place === 'missing') return newLine(inner.length + 1, `aliases: [${yamlScalar(alias, '', true)}]`);
  if (place === 'unsure') return null;
  const last = lastOf(place.slots)!;
  const { line, from, to, written, isBetweenBrackets } = last;
  const scalar = yamlScalar(alias, quoteOf(written), isBetweenBrackets);
  const isFree = written.trim() === '';
  if (isBetweenBrackets)
    return pieceEdits(survey, path, [{ line, from: isFree ? from : to, to, insert: isFree ? scalar : `, ${scalar}` }]);
  if (line === place.line) {
    const list = listWith(last, alias);
    return list === null ? null : pieceEdits(survey, path, [fillSlot(last, inner, list)]);
  }
  return isFree
    ? pieceEdits(survey, path, [fillSlot(last, inner, scalar)])
    : newLine(line + 1, survey.lines[line]!.text.slice(0, from) + scalar);
}

/**
 * A list of the one text of a slot and another one. Null where the text may be several: some programs cut it at commas.
 */
function listWith({ written }: Slot, alias: string): string | null {
  const read = readFrontMatter([`aliases: ${written}`]);
  if (!read.ok || written.includes(',')) return null;
  const text = read.value.text('aliases');
  if (text === null && read.value.has('aliases')) return null;
  return `[${[...(text === null ? [] : [text]), alias].map((one) => yamlScalar(one, quoteOf(written), true)).join(', ')}]`;
}
