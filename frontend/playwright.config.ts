import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Debian's and Ubuntu's Chromium; elsewhere the Chrome that is installed, or a path in CHROMIUM. */
const chromium = [process.env['CHROMIUM'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

const launchArguments = [
  // Root has no sandbox to start; these tests load nothing but pages of this machine.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-pings',
];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  globalSetup: './e2e/stacks.ts',
  fullyParallel: true,
  workers: 2,
  // Only to catch hangs: a busy machine is slow, and some tests wait for several one-time codes.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    ...(chromium === undefined ? { channel: 'chrome' } : {}),
    launchOptions: {
      args: launchArguments,
      ...(chromium === undefined ? {} : { executablePath: chromium }),
    },
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 900 },
    trace: 'off',
  },
});
