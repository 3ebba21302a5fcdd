import { foldText } from '../text/words';
import { accountKey } from './names';

/**
 * The part of an account's tag after `account/`: "Blue Heron, Inc." is `blue-heron-inc`. Null where no tag would name
 * the account ("! ?").
 */
export function slugOf(name: string): string | null {
  const words =
    foldText(name)
      .replace(/'/g, '')
      .match(/[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*/gu) ?? [];
  const slug =
    words.length === 0 && /^\p{Extended_Pictographic}+$/u.test(name.trim())
      ? name.trim()
      : words.join('-').normalize('NFC');
  return slug !== '' && accountKey(slug) === accountKey(name) ? slug : null;
}
