import type { paths } from './schema';

/** The functions as `docs/openapi.yaml` describes them. */
export type FunctionName = keyof paths extends `/function/${infer Name}` ? Name : never;
type Operation<Name extends FunctionName> = paths[`/function/${Name}`]['post'];
type Responses<Name extends FunctionName> = Operation<Name>['responses'];
type Json<Message> = Message extends { content: { 'application/json': infer Body } } ? Body : never;

export type RequestBody<Name extends FunctionName> = Json<Operation<Name>['requestBody']>;
export type SuccessBody<Name extends FunctionName> = Json<
  Responses<Name>[keyof Responses<Name> & (200 | 201)]
>;

/** The statuses whose response has this part, from any function. */
type StatusWith<Part> = {
  [Name in FunctionName]: {
    [Status in keyof Responses<Name>]: Responses<Name>[Status] extends Part ? Status : never;
  }[keyof Responses<Name>];
}[FunctionName];

/** The gateway and of-watchdog respond in plain text; the functions never do. */
export type GatewayStatus = StatusWith<{ content: { 'text/plain': unknown } }>;
export type RetryAfterStatus = StatusWith<{ headers: { 'Retry-After': number } }>;

type RequiredKey<Body> = {
  [Key in keyof Body]-?: object extends Pick<Body, Key> ? never : Key;
}[keyof Body];

/** The fields that every success has. Does not compile if it differs from the contract. */
export const SUCCESS_FIELDS: {
  readonly [Name in FunctionName]: Readonly<Record<RequiredKey<SuccessBody<Name>>, true>>;
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
