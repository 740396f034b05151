import { SUCCESS_FIELDS, type FunctionName, type RequestBody, type SuccessBody } from './contract';
import { problemIn } from './problem';
import { failed, success, ticketIn, type ApiResult } from './result';

/** Longer than nginx and the gateway wait for a function. */
const TIMEOUT_MS = 70_000;

/** Sends a request to a function. Never throws. */
export async function post<Name extends FunctionName>(
  name: Name,
  request: RequestBody<Name>,
): Promise<ApiResult<SuccessBody<Name>>> {
  try {
    const response = await fetch(`/function/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return resultOf(name, response, parse(response, await response.text()));
  } catch {
    return failed('no_response');
  }
}

function resultOf<Name extends FunctionName>(
  name: Name,
  response: Response,
  body: unknown,
): ApiResult<SuccessBody<Name>> {
  if (response.ok && isSuccess(name, body)) return success(body);
  const problem = problemIn(response, body);
  const ticket = problem.code === 'credentials_expired' ? ticketIn(body) : null;
  return ticket === null ? { kind: 'failed', problem } : { kind: 'expired', ticket };
}

/** The gateway's own responses are plain text or empty, so they are not parsed. */
function parse(response: Response, text: string): unknown {
  if (!/^application\/(problem\+)?json\b/.test(response.headers.get('Content-Type') ?? '')) {
    return undefined;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isSuccess<Name extends FunctionName>(
  name: Name,
  body: unknown,
): body is SuccessBody<Name> {
  if (typeof body !== 'object' || body === null) return false;
  if (!('success' in body) || body.success !== true) return false;
  return Object.keys(SUCCESS_FIELDS[name]).every((field) => Object.hasOwn(body, field));
}
