export declare const BUNDLED: readonly string[];
export declare function licenceNotices(modules: string, packages?: readonly string[]): string;
export declare function withoutNotice(inputs: readonly string[], packages?: readonly string[]): readonly string[];
