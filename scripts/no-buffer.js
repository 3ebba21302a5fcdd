// gray-matter asks `Buffer.isBuffer(x)`; a phone has no Buffer, and we only ever pass text.
export const Buffer = { isBuffer: () => false, from: (text) => text };
