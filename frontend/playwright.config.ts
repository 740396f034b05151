import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** The path in CHROMIUM, otherwise Debian's and Ubuntu's Chromium, otherwise an installed Chrome. */
const chromium = [process.env['CHROMIUM'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

const launchArguments = [
  // Chromium cannot start its sandbox as root. The tests load only pages from this machine.
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
  // Only to catch hangs: busy machines are slow, and some tests wait for several one-time codes.
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
