import type { Problem, ProblemCode } from './problem';

/** The outcome of any request. Requests do not throw: every failure is a case of this type. */
export type ApiResult<Body> =
  | { readonly kind: 'success'; readonly body: Body }
  | { readonly kind: 'expired'; readonly ticket: Ticket }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Proof of both factors: opaque, valid for ten minutes, kept in memory only. */
export interface Ticket {
  readonly value: string;
  readonly expiresAt: string;
}

export const success = <Body>(body: Body): ApiResult<Body> => ({ kind: 'success', body });

export const failed = (code: ProblemCode): ApiResult<never> => ({
  kind: 'failed',
  problem: { code, waitSeconds: null },
});

/** The renewal ticket in a response, if it has one. */
export function ticketIn(body: unknown): Ticket | null {
  if (typeof body !== 'object' || body === null) return null;
  if (!('renewalTicket' in body) || !('renewalTicketExpiresAt' in body)) return null;
  const { renewalTicket: value, renewalTicketExpiresAt: expiresAt } = body;
  return typeof value === 'string' && typeof expiresAt === 'string' ? { value, expiresAt } : null;
}
