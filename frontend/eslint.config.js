import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Dependencies go one way, app → features → shared, and features do not depend on each other. */
const parents = { regex: '(^|/)\\.\\.(/|$)', message: 'Import from another folder with @/….' };
const app = { regex: '^@/app(/|$)', message: 'Only main.tsx imports the app.' };
const features = { regex: '^@/features(/|$)', message: 'Only the app combines features.' };
const testing = { regex: '^@/testing(/|$)', message: 'Only tests import test support.' };
const forbidden = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const inMemoryOnly = ['localStorage', 'sessionStorage', 'indexedDB', 'caches'].map((name) => ({
  name,
  message: 'Secrets live in memory only: the page stores nothing.',
}));

export default tseslint.config(
  { ignores: ['dist/', 'target/', 'src/shared/api/schema.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.node.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An arrow function that returns nothing reads better without a block.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.strict],
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...forbidden(parents, app, features, testing),
      'no-console': 'error',
      // French has a no-break space before some punctuation marks.
      'no-irregular-whitespace': ['error', { skipTemplates: true }],
      'no-restricted-globals': ['error', ...inMemoryOnly],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self'].flatMap((object) =>
          inMemoryOnly.map(({ name, message }) => ({ object, property: name, message })),
        ),
        { object: 'document', property: 'cookie', message: 'The page stores nothing.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name=/^(style|dangerouslySetInnerHTML)$/]',
          message: 'The security policy forbids inline styles, and text is never HTML.',
        },
      ],
    },
  },
  { files: ['src/app/**'], rules: forbidden(parents, app, testing) },
  { files: ['src/main.tsx'], rules: forbidden(parents, testing) },
  { files: ['src/**/*.test.{ts,tsx}'], rules: forbidden(parents, app, features) },
  { files: ['src/testing/**'], rules: forbidden(parents, app, features) },
  // Playwright requires the first parameter of a fixture to be a destructuring pattern, even an empty one.
  { files: ['e2e/**'], rules: { 'no-empty-pattern': 'off' } },
);
