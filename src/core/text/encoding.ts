/** How a text was damaged: its UTF-8 bytes were once read as this single-byte code page. */
export type Damage = 'mac-roman' | 'windows-1252';

/** The upper halves of the code pages, characters for the bytes 0x80 to 0xff (from the Unicode Consortium's mapping tables). */
const MAC_ROMAN = 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ';

const BYTES: Readonly<Record<Damage, ReadonlyMap<number, number>>> = {
  'mac-roman': byteTable(MAC_ROMAN),
  'windows-1252': byteTable(WINDOWS_1252),
};

function byteTable(upperHalf: string): ReadonlyMap<number, number> {
  return new Map([...upperHalf].map((character, index) => [character.charCodeAt(0), 0x80 + index]));
}

/** A damaged run: at `at` (UTF-16 units in the damaged text) stand `length` units that mean `character`. */
interface Run {
  readonly at: number;
  readonly length: number;
  readonly character: string;
}

/**
 * Which damage a note has, or null. A note that only looks odd has none: it takes a run that nobody writes by hand,
 * that is one of three or four bytes that means punctuation or an emoji (`â€™`, `‚Äô`), or an accented letter inside a word (`CafÃ©`, but not `2√π`).
 */
export function detectDamage(text: string): Damage | null {
  if (isPlain(text)) return null;
  for (const damage of ['mac-roman', 'windows-1252'] as const) {
    for (const run of runsIn(text, damage)) {
      if (run.length >= 3 || /\p{L}\p{Ll}$/u.test(text.slice(Math.max(0, run.at - 2), run.at))) return damage;
    }
  }
  return null;
}

/**
 * Understands a damaged text: the runs that were damaged read as what they meant, everything else as it stands.
 * `toOriginal` turns an offset in `text` (UTF-16 units) into the offset in the damaged text.
 */
export function repairText(original: string, damage: Damage | null): { readonly text: string; toOriginal(offset: number): number } {
  const runs = damage === null || isPlain(original) ? [] : [...runsIn(original, damage)];
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
    toOriginal(offset) {
      let shift = 0;
      for (let index = 0; index < runs.length && starts[index]! < offset; index++) {
        shift += runs[index]!.length - runs[index]!.character.length;
      }
      return offset + shift;
    },
  };
}

function isPlain(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

/** The runs of `text` that are UTF-8 read as `damage` and mean a character that notes of this kind hold. */
function* runsIn(text: string, damage: Damage): Generator<Run> {
  const bytes = BYTES[damage];
  for (let at = 0; at < text.length; at++) {
    const lead = bytes.get(text.charCodeAt(at));
    const length = lead === undefined ? 0 : sequenceLength(lead);
    if (length === 0) continue;
    let codePoint = lead! & (0xff >> (length + 1));
    let next = 1;
    for (; next < length; next++) {
      const byte = bytes.get(text.charCodeAt(at + next));
      if (byte === undefined || byte >> 6 !== 0b10) break;
      codePoint = (codePoint << 6) | (byte & 0x3f);
    }
    if (next < length || !isLikely(codePoint, length)) continue;
    yield { at, length, character: String.fromCodePoint(codePoint) };
    at += length - 1;
  }
}

/** How many bytes a UTF-8 sequence with this first byte has; 0 where it cannot be a first byte. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Whether a note would hold the character: Latin letters and signs, punctuation, arrows, symbols, emoji and their selectors. */
function isLikely(codePoint: number, length: number): boolean {
  if (length === 2) return codePoint >= 0xa0 && codePoint <= 0x17f;
  if (length === 4) return codePoint >= 0x1f000 && codePoint <= 0x1faff;
  return (codePoint >= 0x1e00 && codePoint <= 0x1eff) || (codePoint >= 0x2000 && codePoint <= 0x2bff) || codePoint === 0xfe0f || codePoint === 0xfffd;
}
