export interface JestSum {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly ended: readonly { readonly file: string; readonly why: string; readonly tests: number }[];
  readonly output: string;
}

export declare function runJest(
  args: readonly string[],
  options: { readonly cwd: string; readonly patienceMs: number; readonly env?: NodeJS.ProcessEnv },
): Promise<JestSum>;
export declare function endRuns(): void;
