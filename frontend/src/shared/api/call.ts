import { problemOf, type Problem } from './problem';
import type { paths } from './schema';

type FunctionName = keyof paths extends `/function/${infer Name}` ? Name : never;
type Operation<Name extends FunctionName> = paths[`/function/${Name}`]['post'];
type Json<Body> = Body extends { content: { 'application/json': infer Content } } ? Content : never;
type Responses<Name extends FunctionName> = Operation<Name>['responses'];

export type RequestTo<Name extends FunctionName> = Json<Operation<Name>['requestBody']>;
type AnswerOf<Name extends FunctionName> = Json<
  Responses<Name>[keyof Responses<Name> & (200 | 201)]
>;

export type Result<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problem: Problem; readonly body: unknown };

type RequiredKey<Answer> = {
  [Key in keyof Answer]-?: object extends Pick<Answer, Key> ? never : Key;
}[keyof Answer];

/** What a success must hold: a page cannot show what is not there. */
const FIELDS: {
  readonly [Name in FunctionName]: Readonly<Record<RequiredKey<AnswerOf<Name>>, true>>;
} = {
  'generate-password': {
    success: true,
    username: true,
    password: true,
    qrCode: true,
    pendingUntil: true,
    usableUntil: true,
  },
  'generate-2fa': {
    success: true,
    username: true,
    secret: true,
    otpauthUri: true,
    qrCode: true,
  },
  'authenticate-user': {
    success: true,
    username: true,
    credentialsExpireAt: true,
    previousLoginAt: true,
  },
};

/** Longer than the gateway waits for a function. */
const TIMEOUT_MS = 70_000;

/** Calls a function of the service. Never throws: what goes wrong is a {@link Problem}. */
export async function call<Name extends FunctionName>(
  name: Name,
  request: RequestTo<Name>,
): Promise<Result<AnswerOf<Name>>> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(`/function/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    body = await bodyOf(response);
  } catch {
    return { ok: false, problem: { code: 'no_answer', waitSeconds: null }, body: undefined };
  }
  return response.ok && isAnswer(name, body)
    ? { ok: true, answer: body }
    : { ok: false, problem: problemOf(response, body), body };
}

/** The gateway's own answers are plain text, or empty: they are nobody's JSON. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!/^application\/(problem\+)?json\b/.test(response.headers.get('Content-Type') ?? '')) {
    return undefined;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isAnswer<Name extends FunctionName>(name: Name, body: unknown): body is AnswerOf<Name> {
  if (typeof body !== 'object' || body === null) return false;
  if (!('success' in body) || body.success !== true) return false;
  return Object.keys(FIELDS[name]).every((field) => Object.hasOwn(body, field));
}
