import type { Result } from '../base/result';
import { readFrontMatter, type FrontMatter } from '../note/front-matter';
import { detectDamage, repaired, type Damage } from '../text/encoding';
import type { Line } from '../text/lines';
import { surveyText, type Survey } from './survey';

/** The lines between the two `---` of a note, or null where there are none. */
export function frontMatterLines({ lines }: Pick<Survey, 'lines'>): readonly Line[] | null {
  const end = lines.findIndex(({ kind }) => kind !== 'front-matter');
  const block = end === -1 ? lines : lines.slice(0, end);
  return block.length === 0 ? null : block.slice(1, -1);
}

/** What these lines say, as `readNote` reads them in a note of this damage. */
export function readFrontMatterLines(inner: readonly Line[], damage: Damage | null): Result<FrontMatter> {
  return readFrontMatter(inner.map(({ text }) => repaired(text, damage)));
}

/** What the front matter of a text says, which has no key where there is none. */
export function frontMatterOf(text: string): Result<FrontMatter> {
  return readFrontMatterLines(frontMatterLines(surveyText(text)) ?? [], detectDamage(text));
}
