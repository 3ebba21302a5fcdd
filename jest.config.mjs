import { REPLACED } from './scripts/chrono-days/instead.mjs';

const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
];
/** Packages that are published as ES modules only: preact, and the readers of Markdown that tests compare with. */
const MODULES = 'preact|chrono-node|marked|micromark[^/]*|decode-named-character-reference|character-entities';
const transform = {
  // chrono-node reads days alone, as in the bundle.
  [REPLACED.source]: '<rootDir>/scripts/chrono-days/instead.mjs',
  '^.+\\.(ts|tsx|mjs)$': swc,
  '/node_modules/(marked|micromark[^/]*|decode-named-character-reference|character-entities)/.+\\.js$': swc,
};

const shared = {
  transform,
  // Parts of chrono-node are replaced.
  transformIgnorePatterns: [`/node_modules/(?!(${MODULES})/)`],
  setupFiles: ['<rootDir>/tests/random-input.ts'],
  moduleNameMapper: { '^obsidian$': '<rootDir>/scripts/workbench/obsidian/index.ts' },
};

/**
 * Three worlds: the pure core in Node, the host and the views on the Obsidian stand-in in jsdom, the real main.js in
 * Chromium.
 */
export default {
  // No clock ends a test, but for one that waits for what never comes: scripts/test.mjs ends those that hang.
  testTimeout: 120_000,
  projects: [
    {
      ...shared,
      displayName: 'core',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/*.test.ts', '<rootDir>/tests/core/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'host',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/{app,host,ui,commands,workbench}/**/*.test.{ts,tsx}'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testEnvironment: '<rootDir>/tests/e2e/kept-environment.mjs',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/e2e/set-up-stages.ts',
      globalTeardown: '<rootDir>/tests/e2e/take-down-stages.ts',
    },
  ],
};
