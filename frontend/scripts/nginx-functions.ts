/**
 * Writes `nginx/functions.conf`, which lets requests through to the functions of `docs/openapi.yaml`
 * and to nothing else behind the gateway. With `--check` it only compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const frontend = join(import.meta.dirname, '..');
const file = join(frontend, 'nginx/functions.conf');

const schema = readFileSync(join(frontend, 'src/shared/api/schema.ts'), 'utf8');
const paths = [...schema.matchAll(/^ {4}readonly "(\/function\/[a-z0-9-]+)": \{$/gm)].map(
  ([, path]) => path,
);
if (paths.length === 0) throw new Error('schema.ts describes no function');

const conf = `# Written by \`npm run api-types\` from docs/openapi.yaml. Exactly these paths are passed on: no query,
# no dots, nothing percent-encoded.
map $request_uri $is_function {
  default 0;
${paths.map((path) => `  ~^${path}$ 1;\n`).join('')}}
`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, conf);
} else if (readFileSync(file, 'utf8') !== conf) {
  console.error('nginx/functions.conf is not current: run `npm run api-types`');
  process.exit(1);
}
