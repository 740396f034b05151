/** Fails if the page's JavaScript, compressed as servers send it, exceeds its budget. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 90;
const folder = join(import.meta.dirname, '..', 'dist');

const bytes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js'))
  .map((file) => gzipSync(readFileSync(join(folder, file))).length)
  .reduce((sum, size) => sum + size, 0);

const kilobytes = (bytes / 1000).toFixed(1);
console.log(`JavaScript: ${kilobytes} kB compressed, of at most ${BUDGET_KB} kB`);
if (bytes === 0 || bytes > BUDGET_KB * 1000) process.exit(1);
