import type { OpenWorkbench } from './workbench';

/** The text of every note, by path. */
export type Snapshot = Readonly<Record<string, string>>;

/** A line that differs, with its line end; null where there is none. `line` counts from 1. */
export interface LineDiff {
  readonly path: string;
  readonly line: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** Reads the whole vault as it is on the disk. */
export function snapshot({ page }: OpenWorkbench): Promise<Snapshot> {
  return page.evaluate(async () => {
    const { vault } = window.workbench.app as { vault: { getFiles(): { path: string }[] } };
    const paths = vault.getFiles().map(({ path }) => path);
    return Object.fromEntries(
      await Promise.all(paths.map(async (path) => [path, await window.workbench.read(path)] as const)),
    );
  });
}

/** Exactly the lines of exactly the notes that differ. */
export function diffOf(before: Snapshot, after: Snapshot): readonly LineDiff[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((path) => {
    const old = linesOf(before[path]);
    const now = linesOf(after[path]);
    return Array.from({ length: Math.max(old.length, now.length) }, (_, index) => ({
      path,
      line: index + 1,
      before: old[index] ?? null,
      after: now[index] ?? null,
    })).filter((line) => line.before !== line.after);
  });
}

function linesOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : (text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []);
}
