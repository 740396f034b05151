import { vi } from 'vitest';

interface ReceivedRequest {
  readonly name: string;
  readonly body: Record<string, unknown>;
}

type Reply = Response | Error | Promise<Response>;

/** Replaces `fetch`: gives these replies in order, and returns the requests it receives. */
export function fakeService(...replies: Reply[]): readonly ReceivedRequest[] {
  const requests: ReceivedRequest[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((url, init) => {
    const body = init?.body;
    requests.push({
      name: (url as string).replace('/function/', ''),
      body: JSON.parse(body as string) as Record<string, unknown>,
    });
    const reply = replies.shift();
    if (reply === undefined) throw new Error(`Unexpected request to ${url as string}`);
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
  });
  return requests;
}

export function json(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });
}

export function problem(
  status: number,
  error: string,
  headers: Record<string, string> = {},
  more: object = {},
): Response {
  return json(
    status,
    { title: 'A title', status, detail: 'A detail.', error, ...more },
    { 'Content-Type': 'application/problem+json; charset=utf-8', ...headers },
  );
}

export function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'text/plain' } });
}

export const PASSWORD = 'qV7#mK2$xT9!bR4%wN6&zJ3*';
export const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const PIXEL = 'data:image/png;base64,iVBORw0KGgo=';

export const generatedPassword = (): Response =>
  json(201, {
    success: true,
    username: 'michel.ranu',
    password: PASSWORD,
    qrCode: PIXEL,
    pendingUntil: '2026-11-20T21:15:00Z',
    usableUntil: '2026-11-21T21:00:00Z',
  });

export const generatedAuthenticator = (): Response =>
  json(201, {
    success: true,
    username: 'michel.ranu',
    secret: SECRET,
    otpauthUri: `otpauth://totp/COFRAP:michel.ranu?secret=${SECRET}&issuer=COFRAP`,
    qrCode: PIXEL,
  });

export const authenticated = (more: object = {}): Response =>
  json(200, {
    success: true,
    username: 'michel.ranu',
    credentialsExpireAt: '2027-05-20T21:00:00Z',
    previousLoginAt: null,
    ...more,
  });

export const ticket = {
  renewalTicket: 'a-ticket-of-forty-characters-or-even-more',
  renewalTicketExpiresAt: '2026-11-20T21:10:00Z',
};

export const expired = (): Response => problem(403, 'credentials_expired', {}, ticket);
