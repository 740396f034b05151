import type { RequestBody } from './contract';
import { post } from './post';
import { failed, success, ticketIn, type ApiResult, type Ticket } from './result';
import type { Authenticated, GeneratedAuthenticator, GeneratedPassword } from './schema';

type Credentials = Omit<RequestBody<'authenticate-user'>, 'renew'>;

export function generatePassword(
  username: string,
  ticket?: Ticket,
): Promise<ApiResult<GeneratedPassword>> {
  const proof = ticket === undefined ? {} : { renewalTicket: ticket.value };
  return post('generate-password', { username, ...proof });
}

export function generateAuthenticator(
  username: string,
  password: string,
): Promise<ApiResult<GeneratedAuthenticator>> {
  return post('generate-2fa', { username, password });
}

export function authenticate(credentials: Credentials): Promise<ApiResult<Authenticated>> {
  return post('authenticate-user', credentials);
}

/** Authenticates for a ticket, to renew credentials that have not expired yet. */
export async function requestTicket(credentials: Credentials): Promise<ApiResult<Ticket>> {
  const result = await post('authenticate-user', { ...credentials, renew: true });
  if (result.kind !== 'success') return result;
  const ticket = ticketIn(result.body);
  return ticket === null ? failed('unexpected_response') : success(ticket);
}
