-- Credentials in force. The first six columns are the client's; times are Unix seconds, as its sample row has them.
CREATE TABLE users (
  id                bigint  PRIMARY KEY,
  username          text    NOT NULL UNIQUE CHECK (username ~ '^[a-z0-9._-]{3,64}$'),
  password          text    NOT NULL,
  mfa               text    NOT NULL,
  gendate           bigint  NOT NULL,
  expired           integer NOT NULL DEFAULT 0 CHECK (expired IN (0, 1)),
  set_id            uuid    NOT NULL UNIQUE,
  last_time_step    bigint  NOT NULL,
  last_login_at     bigint  NOT NULL,
  previous_login_at bigint
);

COMMENT ON COLUMN users.id IS 'given out at generate-password, never reused: sealed secrets are bound to it';
COMMENT ON COLUMN users.password IS 'Argon2id, PHC string';
COMMENT ON COLUMN users.mfa IS 'TOTP secret, AES-256-GCM, bound to id and set_id';
COMMENT ON COLUMN users.gendate IS 'second of activation';
COMMENT ON COLUMN users.set_id IS 'names this very set of credentials; every write names the set that it read';
COMMENT ON COLUMN users.last_time_step IS 'the newest RFC 6238 time-step used up; older and equal ones are refused';

CREATE SEQUENCE user_ids AS bigint;

-- Credentials handed out but not yet used: a sign-up (replaces is null), or the renewal of the set it names.
CREATE TABLE pending_credentials (
  set_id        uuid   PRIMARY KEY,
  user_id       bigint NOT NULL,
  username      text   NOT NULL UNIQUE CHECK (username ~ '^[a-z0-9._-]{3,64}$'),
  replaces      uuid,
  password      text   NOT NULL,
  mfa           text,
  version       bigint NOT NULL DEFAULT 0,
  pending_until bigint NOT NULL,
  usable_until  bigint NOT NULL CHECK (usable_until >= pending_until)
);

COMMENT ON COLUMN pending_credentials.version IS 'raised with each new TOTP secret, so that a login that read the old one cannot activate the new one';

CREATE INDEX pending_credentials_usable_until ON pending_credentials (usable_until);

-- Wrong codes after the right password, per set of credentials.
CREATE TABLE code_attempts (
  set_id  uuid     PRIMARY KEY,
  recent  bigint[] NOT NULL,
  total   integer  NOT NULL CHECK (total >= 0)
);

COMMENT ON COLUMN code_attempts.recent IS 'milliseconds of the newest judged attempts, oldest first; cleared by a success';
COMMENT ON COLUMN code_attempts.total IS 'attempts judged wrong since the set exists; at the limit the set is disabled';
