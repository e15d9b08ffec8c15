import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;

/** Who may import whom, by the tag in each package.json (docs/architecture.md). Everything else is refused. */
const mayImport = {
  'lib:contracts': [],
  'lib:grading': ['contracts'],
  'lib:curriculum': ['contracts'],
  'lib:sandbox': ['contracts'],
  'lib:grader': ['contracts', 'curriculum', 'grading', 'sandbox'],
  'lib:persistence': ['contracts'],
  'lib:service': [],
  'lib:terminal': [],
  'app:api': ['contracts', 'curriculum', 'grading', 'persistence', 'service'],
  'app:worker': ['contracts', 'curriculum', 'grading', 'sandbox', 'grader', 'persistence', 'service'],
  'app:cli': ['contracts', 'curriculum', 'grading', 'sandbox', 'grader', 'terminal'],
  'app:proof': ['contracts', 'curriculum', 'grading', 'sandbox', 'grader', 'terminal'],
  'app:web': ['contracts'],
  'app:e2e': ['contracts'],
  'app:bench': ['contracts', 'curriculum', 'sandbox'],
};

const packages = ['libs', 'apps'].flatMap((kind) =>
  readdirSync(join(root, kind)).map((name) => {
    const { nx } = JSON.parse(readFileSync(join(root, kind, name, 'package.json'), 'utf8'));
    return { folder: `${kind}/${name}`, name, tag: nx.tags[0] };
  }),
);

function boundary({ folder, name, tag }) {
  const allowed = mayImport[tag];
  if (!allowed) throw new Error(`${folder}/package.json: tag ${tag} is not in eslint.config.js`);
  const refused = packages
    .map((other) => other.name)
    .filter((other) => other !== name && !allowed.includes(other));
  const imports = (...insides) => ({
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: refused.map((other) => `@lakeproof/${other}`), message: `${tag} may not import it.` },
          { group: insides, message: "Import from a library's index only." },
          { group: ['**/libs/**', '**/apps/**'], message: 'Import packages by name.' },
        ],
      },
    ],
  });
  return [
    { files: [`${folder}/src/**/*.{ts,tsx}`], rules: imports('@lakeproof/*/*') },
    {
      // What tests of several packages need stands in a library's src/testing.
      files: [`${folder}/src/**/*.spec.{ts,tsx}`, `${folder}/src/**/testing/**`],
      rules: imports('@lakeproof/*/*', '!@lakeproof/*/testing'),
    },
  ];
}

export default tseslint.config(
  { ignores: ['**/dist/**', '**/dist-types/**', '**/node_modules/**', '.data/**', '.nx/**', 'exercises/**'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      // A new mode, state or outcome shows each place that has to say what becomes of it.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // Nest and TypeORM read constructor parameters and columns at run time: their imports must stay values.
    files: [
      'libs/{contracts,grading,curriculum,sandbox,grader,terminal}/src/**/*.ts',
      'apps/{cli,proof,web,e2e,bench}/src/**/*.{ts,tsx}',
    ],
    rules: { '@typescript-eslint/consistent-type-imports': 'error' },
  },
  { files: ['apps/web/src/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    // Node's types are there for the specs; a browser has none of it.
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.{ts,tsx}'],
    rules: { 'no-restricted-globals': ['error', 'process', 'Buffer', 'global', 'require', 'setImmediate'] },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  ...packages.flatMap(boundary),
);
