import { parseArgs, type ParseArgsConfig } from 'node:util';
import { fail, succeed, type Result } from '../../src/core/base/result';
import { printable } from './printable';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Reads a command's arguments; a wrong one is a failure in one sentence that ends with how the command is used. */
export function readArguments(
  args: readonly string[],
  options: Options,
  usage: string,
): Result<{ readonly values: Values; readonly positionals: readonly string[] }> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return succeed({ values: values as Values, positionals });
  } catch (error) {
    const words = error instanceof Error ? error.message.split('.')[0]! : String(error);
    return fail(`${words}. Use: ${usage}`);
  }
}

/** Ends the command with one line on standard error. */
export function refuse(sentence: string): never {
  console.error(printable(sentence));
  process.exit(1);
}
