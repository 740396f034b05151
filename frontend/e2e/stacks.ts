import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START = join(import.meta.dirname, '..', '..', 'start_full_demo.sh');
const START_TIMEOUT_MS = 900_000;

interface Running {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts three real services for a test run: one with default settings, one whose credentials expire
 * after a second, and one where nobody can sign up. COFRAP_URL, COFRAP_SHORT_LIVED_URL and
 * COFRAP_CLOSED_URL name services that are already running.
 */
export default async function startStacks(): Promise<() => Promise<void>> {
  const started: Running[] = [];
  const stopAll = async () => {
    await Promise.all(started.map((stack) => stack.stop()));
  };
  try {
    for (const [variable, settings] of [
      ['COFRAP_URL', {}],
      ['COFRAP_SHORT_LIVED_URL', { CREDENTIAL_LIFETIME: 'PT1S' }],
      ['COFRAP_CLOSED_URL', { SIGN_UP: 'closed' }],
    ] as const) {
      if (process.env[variable] !== undefined) continue;
      const stack = await start(settings);
      started.push(stack);
      process.env[variable] = stack.address;
    }
  } catch (failure) {
    await stopAll();
    throw failure;
  }
  return stopAll;
}

async function start(settings: Record<string, string>): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), 'cofrap-e2e-'));
  const port = await freePort();
  const child = spawn(START, ['--port', String(port), '--data', data], {
    // The tests sign up more users in a minute than one address should.
    env: { ...process.env, SIGN_UPS_PER_SOURCE: '1000', SIGN_UPS_PER_MINUTE: '1000', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    await terminate(child);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { address: await readyAddress(child), stop };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

function readyAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason: string) => reject(new Error(`start_full_demo.sh ${reason}:\n${output}`));
    const timer = setTimeout(() => fail('was not ready in time'), START_TIMEOUT_MS);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Ready: (http:\/\/[0-9.:]+)/.exec(output)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`exited with ${String(code)}`);
    });
  });
}

async function terminate(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
