/** How a text may be quoted in YAML: not at all where that is safe, or with the quotes that stood there. */
export type YamlQuote = '' | '"' | "'";

/** A letter first, then signs that mean nothing to YAML; no blank at the end. */
const PLAIN = /^\p{L}(?:[\p{L}\p{M}\p{N} ,&'’.()+_/@–-]*[\p{L}\p{M}\p{N},&'’.()+_/@–-])?$/u;
/** What some reader of YAML takes for a truth value or for nothing. */
const WORD = /^(?:y|n|yes|no|on|off|true|false|null|none)$/i;
/** What YAML wants escaped, and JSON leaves as it is. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * A text as a value of YAML, on one line, that is read back exactly. It has no quotes only where every reader takes it
 * for a text; what single quotes cannot hold gets double ones. An item of `[a, b]` is between brackets.
 */
export function yamlScalar(text: string, quote: YamlQuote, isBetweenBrackets: boolean): string {
  const escaped = JSON.stringify(text).replace(
    UNPRINTABLE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const isPrintable = escaped === `"${text.replace(/["\\]/g, '\\$&')}"`;
  if (quote === "'" && isPrintable) return `'${text.replaceAll("'", "''")}'`;
  const isPlain = quote === '' && PLAIN.test(text) && !WORD.test(text) && !(isBetweenBrackets && text.includes(','));
  return isPlain ? text : escaped;
}
