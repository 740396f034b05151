import type { GatewayStatus, RetryAfterStatus } from './contract';
import { errorCodeValues, type ErrorCode } from './schema';

/** Failures without an error code: responses from the gateway, and responses that never arrive. */
type TransportCode =
  'gateway_busy' | 'gateway_failed' | 'gateway_unavailable' | 'no_response' | 'unexpected_response';

export type ProblemCode = ErrorCode | TransportCode;

export interface Problem {
  readonly code: ProblemCode;
  /** Seconds until a retry makes sense; null where waiting changes nothing. */
  readonly waitSeconds: number | null;
}

type ByStatus<Value> = Readonly<Partial<Record<number, Value>>>;

const GATEWAY_CODES: ByStatus<TransportCode> = {
  405: 'unexpected_response',
  429: 'gateway_busy',
  500: 'gateway_failed',
  502: 'gateway_unavailable',
  503: 'gateway_unavailable',
  504: 'gateway_unavailable',
} satisfies Record<GatewayStatus, TransportCode>;

const ASKS_TO_RETRY: ByStatus<true> = {
  429: true,
  503: true,
} satisfies Record<RetryAfterStatus, true>;

const DEFAULT_WAIT = 10;
const LONGEST_WAIT = 24 * 60 * 60;

/** Classifies a failure, whether a function reported it or the gateway in front of it. */
export function problemIn(response: Response, body: unknown): Problem {
  const { status, headers } = response;
  return {
    code: errorCodeIn(body) ?? gatewayCode(status),
    waitSeconds: ASKS_TO_RETRY[status] === true ? retryAfter(headers) : null,
  };
}

/** Whether the code that was sent cannot be used again. One that never arrived still can. */
export const usesUpCode = ({ code }: Problem): boolean =>
  code === 'invalid_credentials' || code === 'too_many_attempts';

function errorCodeIn(body: unknown): ErrorCode | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
  return errorCodeValues.find((code) => code === body.error);
}

function gatewayCode(status: number): TransportCode {
  return GATEWAY_CODES[status] ?? (status >= 500 ? 'gateway_failed' : 'unexpected_response');
}

/** Whole seconds only: a date, or no header at all, becomes a short wait. */
function retryAfter(headers: Headers): number {
  const value = headers.get('Retry-After') ?? '';
  return /^[0-9]{1,6}$/.test(value)
    ? Math.min(Math.max(Number(value), 1), LONGEST_WAIT)
    : DEFAULT_WAIT;
}
