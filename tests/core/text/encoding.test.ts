import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { detectDamage, repairText, type Damage } from '../../../src/core/text/encoding';
import { damaged } from './damage';

const DAMAGES: readonly Damage[] = ['mac-roman', 'windows-1252'];

/** Texts as people and pipelines write them, in Latin letters. */
const WORDS = [
  'Ana',
  'Brünn',
  'café',
  'Łódź',
  'naïve',
  'façade',
  'Señor',
  'tiếng',
  'Việt',
  'smörgås',
  'Þór',
  'the',
  'racks',
  'O’Leary',
  'don’t',
  '“quoted”',
  '„tief“',
  '«là»',
  'cost',
  '5 €',
  '£20',
  '20 °C',
  '½',
  '3 × 4',
  '—',
  '–',
  '…',
  '•',
  '→',
  '≤',
  '™',
  '©',
  '📅',
  '2026-03-06',
  '⏫',
  '🔼',
  '✅',
  '❌',
  '⏳',
  '🛫',
  '➕',
  '⛔',
  '🔁',
  '⚠️',
  '‑',
  '\u00a0',
  '#task',
  '@Zoë',
];
const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(' '));

describe.each(DAMAGES)('damage by %s', (damage) => {
  it('is undone by repair', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(repairText(damaged(text, damage), damage).text).toBe(text);
      }),
    );
  });

  it.each([
    'Don’t wait',
    'Due 📅 2026-03-06',
    'high ⏫',
    'Café au lait',
    'see → here',
    'naïveté',
    '“so”',
    'one – two',
    'Zażółć gęślą jaźń',
  ])('is seen in %j', (text) => {
    expect(detectDamage(damaged(text, damage))).toBe(damage);
  });

  it('keeps offsets: each piece of the understood text comes from its piece of the damaged one', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const start = damaged(before, damage);
        const { text, toOriginal } = repairText(start + damaged(after, damage), damage);
        expect(text).toBe(before + after);
        expect(toOriginal(before.length)).toBe(start.length);
        expect(toOriginal(text.length)).toBe((start + damaged(after, damage)).length);
        expect(toOriginal(0)).toBe(0);
      }),
    );
  });

  it('leaves what was written right later', () => {
    expect(repairText(`${damaged('don’t', damage)} – “don’t” 📅`, damage).text).toBe('don’t – “don’t” 📅');
  });
});

describe('names in decomposed letters, as macOS writes file names', () => {
  it.each(DAMAGES)('are repaired after %s', (damage) => {
    const name = 'Café – Zoë’s réunion'.normalize('NFD');
    expect(detectDamage(damaged(name, damage))).toBe(damage);
    expect(repairText(damaged(name, damage), damage).text).toBe(name);
  });
});

describe('damage by windows-1252', () => {
  it.each(['Müller', '20 °C', '£20', 'Österreich', 'Żywiec'])('is seen in %j alone', (text) => {
    expect(detectDamage(damaged(text, 'windows-1252'))).toBe('windows-1252');
  });
});

/** Whole texts that nobody damaged, with what their writers put beside letters: quotes, dashes, signs. */
const UNDAMAGED = [
  'Plain words, nothing else.',
  'The team’s “plan” — due 📅 2026-03-06 ⏫ … 5 € at 20 °C, ½ of it; x² ≤ 2√π, 2√πr, ∆x ≈ 3, ¬a, ƒ(x) = √x, √é',
  '«Está»… «está»— «¿Qué?», dijo. ¡Olé! Año, mañana, pingüino. «Allá»–«acá»… «café»”',
  '“Hâlâ…” dedi. “Hâlâ”— “hâlâ”… ‘hâlâ…’ kâğıt, rüzgâr, ığdır, İstanbul',
  'Ça va ? « Où ça ? » « Là… » l’été, cœur, naïf, Noël, « déjà »… À bientôt – Âge, âge, «â»…, pâté, Ô temps ! Ô…',
  '„Über uns“, sagte er. ‚Ärger‘, ‚Öl‘, ‚Übung‘, ‚ähnlich‘, ‚Größe‘, „Straße“ – Maße: 3 × 4 m², §§ 5–7, »Äpfel«, ›Öl‹',
  'Não é “pão”, é “ação”… SÃO PAULO, AMANHÃ”, «AMANHû, IRMÃ’S, Ãº, MAÇÃ… avó, avô, três',
  'L·l: col·lecció, paral·lel; el 1·º, 2·ª; «·»',
  'Å være – «Åse»… «på»— måned ø æ; “blå”… ÅÄÖ åäö; 5 Å; Ångström',
  'Kaupmannahöfn: það er «það»… við, Ísland, þú – ‘ð’ “ð”…',
  'Příliš žluťoučký kůň úpěl ďábelské ódy. ‚Účet‘ „účet“',
  'Árvíztűrő tükörfúrógép. „Ő”… „á”… »á« «á»– Á”',
  'Zażółć gęślą jaźń. „Łódź” – ‚Łódź’… «ą»',
  'Tiếng Việt: “là ạ”… “á”… “â”… — đường, ngữ; Â â Ă ă ‘â’”',
  'ÎN ROMÂNĂ: „â”… ROMÂ» „și”… „că” „două”… «â»… „hotărâ”',
  'Съешь ещё этих мягких французских булок — «да»… № 5, „так“',
  'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία· «ναι»…',
  '日本語のテキスト。「はい」…『はい』—、全角　スペース。',
  '中文文本——“是的”……《书》、价格：￥20',
  '한국어 텍스트 — “네”… ‘네’',
  'טקסט בעברית — “כן”… עברית־מקף',
  'نص عربي — «نعم»… “نعم”؟',
  'हिन्दी पाठ — “हाँ”…',
  'ภาษาไทย “ใช่”…',
  'Eʋegbe: ƒe, woƒe, aƒé, ɖeka; Eƒe',
  'naïve ï¸ ð ‚ „ Ô · ° ¨ ´ “â€” is no text',
];

describe('texts that nobody damaged', () => {
  it.each(UNDAMAGED.slice(0, -1))('hold no damage: %s', (text) => {
    expect(detectDamage(text)).toBeNull();
  });

  it('stay as they are without damage', () => {
    for (const text of UNDAMAGED) expect(repairText(text, null).text).toBe(text);
  });
});
