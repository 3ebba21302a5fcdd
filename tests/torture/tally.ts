/** What happened in a run. */
export class Tally {
  written = 0;
  refused = 0;
  readonly refusals = new Map<string, number>();
  readonly samenesses = new Map<string, number>();
  readonly events = new Map<string, number>();

  /** Counts a refusal by its sentence, without the words that it quotes. */
  refusal(sentence: string): void {
    count(this.refusals, sentence.replace(/“[^”]*”/gu, '“…”').replace(/'[^']*'/gu, "'…'"));
  }

  sameness(why: string): void {
    count(this.samenesses, why);
  }

  event(name: string): void {
    count(this.events, name);
  }

  /** The counts for people, one a line. */
  lines(): readonly string[] {
    const share = (100 * this.written) / Math.max(1, this.written + this.refused);
    const listed = (title: string, counts: ReadonlyMap<string, number>): readonly string[] => [
      title,
      ...[...counts].sort(([, a], [, b]) => b - a).map(([name, number]) => `${String(number).padStart(8)}  ${name}`),
    ];
    return [
      ...listed('what was done', this.events),
      ...listed('why a written line is the one that was meant', this.samenesses),
      ...listed('why lines were refused', this.refusals),
      `written ${share.toFixed(1)} % of the decisions`,
    ];
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
