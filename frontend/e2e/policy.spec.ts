import { expect, test } from './support/test';

test('the page comes with a strict policy, its assets for ever, itself never', async ({
  request,
}) => {
  const page = await request.get('/');
  const headers = page.headers();
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['cache-control']).toBe('no-cache');

  const html = await page.text();
  expect(html).not.toMatch(/<style|style=|<script(?![^>]* src=)| on\w+=/);
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const asset = await request.get(script);
  expect(asset.headers()['cache-control']).toContain('immutable');
});

test('no other page can frame it', async ({ browser, baseURL, shortLived }) => {
  const page = await browser.newPage();
  await page.route(`${shortLived}/frame`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${baseURL ?? ''}/"></iframe>` }),
  );
  await page.goto(`${shortLived}/frame`);
  await expect.poll(() => page.frames().length).toBe(2);
  await page.waitForTimeout(500);
  await expect(page.frameLocator('iframe').getByRole('heading')).toHaveCount(0);
  await page.close();
});
