import type { ErrorCode } from './schema';

/** What a function does not say itself: its gateway's answers, and those that never come. */
type TransportCode =
  'gateway_busy' | 'gateway_failed' | 'gateway_unavailable' | 'no_answer' | 'not_understood';

export type ProblemCode = ErrorCode | TransportCode;

export interface Problem {
  readonly code: ProblemCode;
  /** Seconds until it makes sense to try again; null where waiting changes nothing. */
  readonly waitSeconds: number | null;
}

const CODES: Readonly<Record<ErrorCode, true>> = {
  invalid_request: true,
  invalid_ticket: true,
  invalid_credentials: true,
  credentials_expired: true,
  method_not_allowed: true,
  username_taken: true,
  too_large: true,
  unsupported_media_type: true,
  too_many_sign_ups: true,
  too_many_attempts: true,
  internal_error: true,
  unavailable: true,
};

const BUSY_STATUSES: readonly number[] = [429, 503];
const WAIT_WHERE_NOT_TOLD = 10;
const LONGEST_WAIT = 24 * 60 * 60;

/** Reads a failure, whoever it is from: a function (a problem in JSON), or what stands before it. */
export function problemOf(response: Response, body: unknown): Problem {
  return {
    code: errorCodeIn(body) ?? transportCode(response.status),
    waitSeconds: BUSY_STATUSES.includes(response.status) ? retryAfter(response.headers) : null,
  };
}

/** Whether the code that was sent is of no more use. One that never arrived may be. */
export const spendsCode = ({ code }: Problem): boolean =>
  code === 'invalid_credentials' || code === 'too_many_attempts';

function errorCodeIn(body: unknown): ErrorCode | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
  const { error } = body;
  return typeof error === 'string' && isErrorCode(error) ? error : undefined;
}

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(CODES, text);
}

function transportCode(status: number): TransportCode {
  if (status === 429) return 'gateway_busy';
  if (status === 502 || status === 503 || status === 504) return 'gateway_unavailable';
  if (status >= 500) return 'gateway_failed';
  return 'not_understood';
}

/** Whole seconds only: a date, or nothing, becomes a short wait. */
function retryAfter(headers: Headers): number {
  const told = headers.get('Retry-After') ?? '';
  return /^[0-9]{1,6}$/.test(told)
    ? Math.min(Math.max(Number(told), 1), LONGEST_WAIT)
    : WAIT_WHERE_NOT_TOLD;
}
