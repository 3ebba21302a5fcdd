import type ts from 'typescript';

export declare const LARGEST_BUNDLE: number;
export declare function bundleFaults(code: string, compiler: typeof ts): readonly string[];
export declare function kilobytes(bytes: number): string;
