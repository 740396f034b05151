/** Copies the README's screenshots from those that the browser tests took. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const PICTURES = [
  'desktop-sign-in-light',
  'desktop-save-password-light',
  'desktop-signed-in-dark',
  'phone-authenticator-dark',
  'french-authenticator-light',
];
const from = join(import.meta.dirname, '..', 'target', 'screens');
const to = join(import.meta.dirname, '..', '..', 'docs', 'images');

mkdirSync(to, { recursive: true });
for (const name of PICTURES) copyFileSync(join(from, `${name}.png`), join(to, `${name}.png`));
