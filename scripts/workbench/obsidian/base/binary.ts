/** Bytes as Base64. */
export function arrayBufferToBase64(buffer: ArrayBuffer): string {
  return btoa([...new Uint8Array(buffer)].map((byte) => String.fromCharCode(byte)).join(''));
}

/** The bytes that a Base64 text holds. */
export function base64ToArrayBuffer(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;
}

/** Bytes as hexadecimal digits. */
export function arrayBufferToHex(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes that hexadecimal digits stand for. */
export function hexToArrayBuffer(hex: string): ArrayBuffer {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)).buffer;
}

/** The bytes of a blob. */
export function getBlobArrayBuffer(blob: Blob): Promise<ArrayBuffer> {
  return blob.arrayBuffer();
}
