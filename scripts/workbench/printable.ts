/**
 * A text as it may go to a terminal: its lines, with every sign that controls the terminal, hides or turns what follows
 * written as JSON writes it (`\\u001b`). In JSON it means the same.
 */
export function printable(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]/gu, (sign) =>
    [...Array(sign.length).keys()].map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
