// Stands in place of chrono-node's own `timezone.js`: no zone is named where days are read.
export function toTimezoneOffset() {
  return null;
}
