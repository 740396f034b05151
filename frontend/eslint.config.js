import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Imports go one way, app → features → shared, and a feature knows no other feature. */
const upwards = { group: ['../*'], message: 'Outside its own folder, import by @/….' };
const app = { group: ['@/app/*', '@/app'], message: 'Only main.tsx imports the app.' };
const features = { group: ['@/features/*'], message: 'Only the app puts features together.' };
const zone = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

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
      // A handler that returns what its call returns is easier to read than one with a block.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.strict],
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...zone(upwards, app, features),
      'no-console': 'error',
      // French puts a no-break space before some signs.
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
          message: 'The page’s policy allows no inline style, and text is rendered as text.',
        },
      ],
    },
  },
  { files: ['src/app/**'], rules: zone(upwards) },
  { files: ['src/main.tsx'], rules: zone(upwards) },
  // Playwright reads from a fixture's first parameter which others it needs, be there none.
  { files: ['e2e/**'], rules: { 'no-empty-pattern': 'off' } },
);
