const DAY = /^\d{4}-\d{2}-\d{2}(?!\d)/;
const GAP = /^[\s_.-]{1,5}/;
/** The number under which a mail was exported on its day. */
const NUMBER = /^\d{1,6}[\s_.-]{1,3}(?=\D)/;
/** What mail programs put before the subject of an answer; file systems leave out the colon. */
const REPLY = /^(?:re|fw|fwd|aw|wg|antw|sv|tr|rv)(?:\[\d{1,3}\])?(?:\s?[:_-]|\s)\s?/;
/** The number that a copy of a file gets. */
const COPY = /\s?\(\d{1,3}\)$/;

/**
 * What tells a source from others, by the key of its file name (`sourceKey`): the same mail that was exported twice has
 * another number behind its day or at its end, and an answer on the same day another beginning.
 */
export function sourceIdentity(key: string): string {
  const [day = ''] = DAY.exec(key) ?? [];
  const plain = key.slice(day.length).replace(COPY, '').replace(GAP, '');
  let subject = day === '' ? plain : plain.replace(NUMBER, '');
  for (let before = ''; before !== subject;) {
    before = subject;
    subject = subject.replace(REPLY, '');
  }
  return subject === '' ? key : `${day} ${subject}`;
}
