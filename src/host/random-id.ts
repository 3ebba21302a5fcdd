/** An id that nobody else has made: 32 hexadecimal digits. (`crypto.randomUUID` is too new for some phones.) */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
