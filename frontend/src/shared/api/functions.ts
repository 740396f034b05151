import { call, type RequestTo, type Result } from './call';
import type { Problem } from './problem';
import type { Authenticated, GeneratedAuthenticator, GeneratedPassword } from './schema';

/** Proof of both factors: opaque, good for ten minutes, in memory only. */
export interface Ticket {
  readonly value: string;
  readonly expiresAt: string;
}

export type LoginResult =
  | { readonly kind: 'accepted'; readonly login: Authenticated; readonly ticket: Ticket | null }
  | { readonly kind: 'expired'; readonly ticket: Ticket }
  | { readonly kind: 'failed'; readonly problem: Problem };

export function generatePassword(
  username: string,
  ticket?: Ticket,
): Promise<Result<GeneratedPassword>> {
  const proof = ticket === undefined ? {} : { renewalTicket: ticket.value };
  return call('generate-password', { username, ...proof });
}

export function generateAuthenticator(
  username: string,
  password: string,
): Promise<Result<GeneratedAuthenticator>> {
  return call('generate-2fa', { username, password });
}

export async function authenticate(request: RequestTo<'authenticate-user'>): Promise<LoginResult> {
  const result = await call('authenticate-user', request);
  if (result.ok) {
    return { kind: 'accepted', login: result.answer, ticket: ticketIn(result.answer) };
  }
  const ticket = ticketIn(result.body);
  return result.problem.code === 'credentials_expired' && ticket !== null
    ? { kind: 'expired', ticket }
    : { kind: 'failed', problem: result.problem };
}

function ticketIn(body: unknown): Ticket | null {
  if (typeof body !== 'object' || body === null) return null;
  if (!('renewalTicket' in body) || !('renewalTicketExpiresAt' in body)) return null;
  const { renewalTicket: value, renewalTicketExpiresAt: expiresAt } = body;
  return typeof value === 'string' && typeof expiresAt === 'string' ? { value, expiresAt } : null;
}
