/** How a text was damaged: its UTF-8 bytes were once read as this single-byte code page. */
export type Damage = 'mac-roman' | 'windows-1252';

/**
 * The upper halves of the code pages, characters for the bytes 0x80 to 0xff (from the Unicode Consortium's mapping
 * tables).
 */
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
const WINDOWS_1252 =
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ';

interface CodePage {
  /** The byte of a character, by its UTF-16 unit. */
  readonly bytes: ReadonlyMap<number, number>;
  /** The units that a damaged run can start with. */
  readonly leads: string;
  /** Finds the UTF-8 sequences that can mean a likely character. */
  readonly sequence: RegExp;
}

const PAGES: Readonly<Record<Damage, CodePage>> = {
  'mac-roman': codePage(MAC_ROMAN),
  'windows-1252': codePage(WINDOWS_1252),
};
const DAMAGES: readonly Damage[] = ['mac-roman', 'windows-1252'];
const LEADS: ReadonlySet<number> = new Set(
  [...DAMAGES.map((damage) => PAGES[damage].leads).join('')].map((lead) => lead.charCodeAt(0)),
);

function codePage(upperHalf: string): CodePage {
  const bytes = new Map([...upperHalf].map((character, index) => [character.charCodeAt(0), 0x80 + index]));
  const of = (...wanted: readonly number[]): string => wanted.map((byte) => upperHalf[byte - 0x80]).join('');
  const next = `[${upperHalf.slice(0, 0x40)}]`;
  const leads = [of(0xc2, 0xc3, 0xc4, 0xc5, 0xcc), of(0xe1, 0xe2, 0xef), of(0xf0)];
  return {
    bytes,
    leads: leads.join(''),
    sequence: new RegExp(leads.map((units, more) => `[${units}]${next}{${more + 1}}`).join('|'), 'g'),
  };
}

/** A damaged run: at `at` (UTF-16 units in the damaged text) stand `length` units that mean `character`. */
interface Run {
  readonly at: number;
  readonly length: number;
  readonly character: string;
}

/**
 * Which damage a note has, or null. A note that only looks odd has none: it takes a run that nobody writes by hand, as
 * `â€™`, `‚Äô`, `Â°` or an accented letter in a word (`CafÃ©`, but not `2√π`, nor the end of “hâlâ…”).
 */
export function detectDamage(text: string): Damage | null {
  if (!mayHoldRuns(text)) return null;
  return DAMAGES.find((damage) => runsIn(text, damage).some((run) => isEvidence(text, run, damage))) ?? null;
}

/**
 * Whether a text may hold damaged runs: most hold none. A run is of two units or more beyond ASCII, so that every
 * second unit tells.
 */
function mayHoldRuns(text: string): boolean {
  for (let at = 1; at < text.length; at += 2) {
    if (text.charCodeAt(at) > 0x7f && (LEADS.has(text.charCodeAt(at)) || LEADS.has(text.charCodeAt(at - 1))))
      return true;
  }
  return false;
}

function isEvidence(text: string, { at, length }: Run, damage: Damage): boolean {
  if (length === 4) return true;
  const second = text[at + 1]!;
  // After a letter, people write quotes, dashes and dots.
  const isPunctuation = /[‘’“”–—…«»]/.test(second);
  if (length === 3) return !isPunctuation;
  if (/\p{L}\p{Ll}$/u.test(text.slice(Math.max(0, at - 2), at))) return true;
  if (damage === 'mac-roman') return false;
  if (text[at] === 'Â' && /[£°©®²³¼½¾§µ]/.test(second)) return true;
  const opensWord = !/\p{L}/u.test(text[at - 1] ?? '');
  return /\p{Ll}/u.test(text[at + 2] ?? '') && (!isPunctuation || (opensWord && second !== '’'));
}

/** The text with the damaged runs as what they meant, everything else as it stands. */
export function repaired(original: string, damage: Damage | null): string {
  return damage === null ? original : repairText(original, damage).text;
}

/**
 * Understands a damaged text as `repaired` does, and remembers where its pieces come from:
 * `toOriginal` turns an offset in `text` (UTF-16 units) into the offset in the damaged text.
 */
export function repairText(
  original: string,
  damage: Damage | null,
): { readonly text: string; readonly toOriginal: (offset: number) => number } {
  const runs = damage === null ? [] : runsIn(original, damage);
  if (runs.length === 0) return { text: original, toOriginal: (offset) => offset };
  let text = '';
  let from = 0;
  /** Where each run starts in the understood text. */
  const starts: number[] = [];
  for (const run of runs) {
    text += original.slice(from, run.at);
    starts.push(text.length);
    text += run.character;
    from = run.at + run.length;
  }
  text += original.slice(from);
  return {
    text,
    toOriginal: (offset) => {
      let shift = 0;
      for (let index = 0; index < runs.length && starts[index]! < offset; index++) {
        shift += runs[index]!.length - runs[index]!.character.length;
      }
      return offset + shift;
    },
  };
}

/** The runs of `text` that are UTF-8 read as `damage` and mean a character that notes of this kind hold. */
function runsIn(text: string, damage: Damage): readonly Run[] {
  const { bytes, sequence } = PAGES[damage];
  const runs: Run[] = [];
  for (const { 0: units, index: at } of text.matchAll(sequence)) {
    const length = units.length;
    let codePoint = bytes.get(units.charCodeAt(0))! & (0xff >> (length + 1));
    for (let next = 1; next < length; next++)
      codePoint = (codePoint << 6) | (bytes.get(units.charCodeAt(next))! & 0x3f);
    if (isLikely(codePoint, length)) runs.push({ at, length, character: String.fromCodePoint(codePoint) });
  }
  return runs;
}

/**
 * Whether a note would hold the character: Latin letters and signs, the common accents that macOS writes apart in file
 * names, punctuation, arrows, symbols, emoji and their selectors.
 */
function isLikely(codePoint: number, length: number): boolean {
  if (length === 2) return (codePoint >= 0xa0 && codePoint <= 0x17f) || (codePoint >= 0x300 && codePoint <= 0x30f);
  if (length === 4) return codePoint >= 0x1f000 && codePoint <= 0x1faff;
  return (
    (codePoint >= 0x1e00 && codePoint <= 0x1eff) ||
    (codePoint >= 0x2000 && codePoint <= 0x2bff) ||
    codePoint === 0xfe0f ||
    codePoint === 0xfffd
  );
}
