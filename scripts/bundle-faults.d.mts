import type ts from 'typescript';

export declare const LARGEST_BUNDLE: number;
export declare const OLDEST_ENGINES: readonly string[];
export declare const TOO_NEW: ReadonlyMap<string, string>;
export declare function bundleFaults(code: string, compiler: typeof ts): readonly string[];
export declare function kilobytes(bytes: number): string;
