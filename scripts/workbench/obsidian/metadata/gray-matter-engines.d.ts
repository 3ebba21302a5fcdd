// The YAML that gray-matter carries; the rest of gray-matter stays out of the stand-in.
declare module 'gray-matter/lib/engines' {
  interface ScanState {
    readonly input: string;
    readonly position: number;
    result: unknown;
  }
  const engines: {
    readonly yaml: {
      parse(text: string, options?: { listener?: (event: 'open' | 'close', state: ScanState) => void }): unknown;
      stringify(value: unknown, options?: { lineWidth?: number }): string;
    };
  };
  export default engines;
}
