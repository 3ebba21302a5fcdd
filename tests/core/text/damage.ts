import type { Damage } from '../../../src/core/text/encoding';

/** The characters of the bytes from 0x80 on. (Node's own decoder of windows-1252 is not one: it reads latin1.) */
const UPPER: Readonly<Record<Damage, string>> = {
  'mac-roman':
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  'windows-1252': `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ${String.fromCharCode(...Array.from({ length: 0x60 }, (_, index) => 0xa0 + index))}`,
};

/** The text as it stands after its UTF-8 was read as a single-byte code page. */
export function damaged(text: string, damage: Damage): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : UPPER[damage][byte - 0x80]!))
    .join('');
}
