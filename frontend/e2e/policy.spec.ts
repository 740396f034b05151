import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from './support/test';

/** The headers whose value does not depend on the request, from the one file that sets them. */
const headers = Object.fromEntries(
  Array.from(
    readFileSync(join(import.meta.dirname, '../nginx/headers.conf'), 'utf8').matchAll(
      /^add_header (\S+) "(.+)" always;$/gm,
    ),
    ([, name = '', value = '']) => [name.toLowerCase(), value] as const,
  ),
);

test('the headers are strict', () => {
  const policy = headers['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
});

test('the page has these headers and is never cached; its assets always are', async ({
  request,
}) => {
  const page = await request.get('/');
  expect(page.headers()).toMatchObject(headers);
  expect(page.headers()['cache-control']).toBe('no-store');

  const html = await page.text();
  expect(html).not.toMatch(/<style|style=|<script(?![^>]* src=)| on\w+=/);
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const asset = await request.get(script);
  expect(asset.headers()).toMatchObject(headers);
  expect(asset.headers()['cache-control']).toContain('immutable');
});

/** From a real site, because a page made up by Playwright cannot frame anything anyway. */
test('other sites cannot frame the page', async ({ browser, baseURL }) => {
  const other = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<iframe src="${baseURL ?? ''}/"></iframe>`);
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage();
  const failures: (string | undefined)[] = [];
  page.on('requestfailed', (request) => failures.push(request.failure()?.errorText));
  await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  expect(failures).toEqual(['net::ERR_BLOCKED_BY_RESPONSE']);
  await page.close();
  other.close();
});
