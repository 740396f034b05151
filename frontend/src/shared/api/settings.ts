/** Whether anyone may create an account here. */
export type SignUp = 'open' | 'closed';

/** After this long, the page starts without a response: the server may have hung. */
const TIMEOUT_MS = 5_000;

/** What this service is set to; open if it does not say, because the functions decide anyway. */
export async function readSignUp(): Promise<SignUp> {
  try {
    const response = await fetch('/settings.json', {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok && isClosed(await response.json()) ? 'closed' : 'open';
  } catch {
    return 'open';
  }
}

const isClosed = (settings: unknown): boolean =>
  typeof settings === 'object' &&
  settings !== null &&
  'signUp' in settings &&
  settings.signUp === 'closed';
