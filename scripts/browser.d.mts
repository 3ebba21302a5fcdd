export declare const launchFlags: readonly string[];
export declare function findOrInstallBrowser(): Promise<string>;
