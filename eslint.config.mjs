import { readFileSync } from 'node:fs';
import obsidianmd from 'eslint-plugin-obsidianmd';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom: the one table that `tests/architecture.test.ts` keeps, too. It resolves paths; lint sees an
 * editor's line at once.
 */
const layers = JSON.parse(readFileSync(new URL('tests/architecture/layers.json', import.meta.url), 'utf8'));

const quote = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const lastPart = (layer) => quote(layer.slice(layer.lastIndexOf('/') + 1).replace(/\.ts$/, ''));
const isWithin = (layer, folder) => layer === folder || layer.startsWith(`${folder}/`);

/** Bans what a layer may not import, by the end of the path: relative imports of other layers, and packages. */
function layerRule([layer, { may, types = [], packages }]) {
  const others = Object.keys(layers).filter(
    (other) => other !== layer && ![...may, ...types].some((allowed) => isWithin(other, allowed)),
  );
  const names = others.map((other) => `${lastPart(other)}${other.endsWith('.ts') ? '$' : '/'}`);
  const banned = types.map((other) => `ImportDeclaration[importKind!="type"][source.value=/\\/${lastPart(other)}\\//]`);
  return {
    files: [layer.endsWith('.ts') ? layer : `${layer}/**`],
    rules: {
      // The base rule: the preset uses the variant of typescript-eslint, and setting that one again would drop its
      // bans.
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(names.length === 0
              ? []
              : [{ regex: `^\\.(?:.*/)?(?:${names.join('|')})`, message: `${layer} must not import this layer.` }]),
            {
              regex: `^(?!\\.)(?!(?:${packages.map(quote).join('|') || '$'})(?:/|$))`,
              message: `${layer} must not import this package.`,
            },
          ],
        },
      ],
      'no-restricted-syntax':
        banned.length === 0
          ? 'off'
          : [
              'error',
              ...banned.map((selector) => ({ selector, message: `${layer} imports this layer by type only.` })),
            ],
    },
  };
}

/** A function is short enough to be read at once; what draws has its markup besides. */
const longestFunction = (max) => ({
  'max-lines-per-function': ['error', { max, skipBlankLines: true, skipComments: true }],
});

/**
 * Files that had longer functions when the cap came, and were being changed at that time. The list is to be emptied:
 * whoever splits one takes it out, and nothing is added.
 */
const STILL_LONG = ['src/ui/triage/{proposal-grid,triage-pane}.tsx'];

export default defineConfig([
  globalIgnores(['coverage', 'main.js', 'meta.json']),
  ...obsidianmd.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // TypeScript says this better.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    rules: {
      // It wants this year in the copyright line, so it fails each January: it belongs to a release.
      'obsidianmd/validate-license': 'off',
    },
  },
  ...Object.entries(layers).map(layerRule),
  { files: ['src/**'], rules: longestFunction(60) },
  { files: ['src/ui/**'], rules: longestFunction(90) },
  { files: STILL_LONG, rules: longestFunction(180) },
  {
    // Words are read by the core, which knows no Obsidian and runs in Node, too: its `getLanguage` is not there.
    files: ['src/words/language.ts'],
    rules: { 'obsidianmd/prefer-get-language': 'off', 'obsidianmd/no-global-this': 'off' },
  },
  {
    // These files run in Node or in the workbench's page, never inside Obsidian: the rules for code of a plugin say
    // nothing about them.
    files: ['tests/**', 'scripts/**', '*.mjs'],
    languageOptions: { globals: { process: 'readonly' } },
    rules: {
      ...Object.fromEntries(Object.keys(obsidianmd.rules).map((rule) => [`obsidianmd/${rule}`, 'off'])),
      'no-restricted-globals': 'off',
      // Tests look for control characters by naming them.
      'no-control-regex': 'off',
      '@typescript-eslint/no-restricted-imports': 'off',
      'import/no-extraneous-dependencies': 'off',
    },
  },
  {
    files: ['scripts/workbench/**/*.ts'],
    // Obsidian calls `onload` and its like of views and plugins that may be asynchronous, although Component says void.
    rules: { '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { inheritedMethods: false } }] },
  },
  {
    // A test hands a method to `expect` to say that it is, or is not, called.
    files: ['tests/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // They import files of the project by a path that they have made.
    files: ['scripts/**', 'tests/**'],
    rules: { 'no-unsanitized/method': 'off' },
  },
  {
    files: ['manifest.json'],
    languageOptions: { parser: tseslint.parser },
    plugins: { obsidianmd },
    rules: { 'obsidianmd/validate-manifest': 'error' },
  },
]);
