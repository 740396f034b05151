-- Keyed fingerprints of passwords: <set id>:<id of the key>:<48 bits>. A set without one, or with that of another set,
-- is verified by its hash; its next login writes its own. The default is for sets from before, and for functions of the
-- previous version, which go on writing while they are replaced.
ALTER TABLE users ADD COLUMN fingerprint text NOT NULL
  DEFAULT '00000000-0000-0000-0000-000000000000:0000000000000000:000000000000'
  CHECK (fingerprint ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9a-f]{16}:[0-9a-f]{12}$');
ALTER TABLE pending_credentials ADD COLUMN fingerprint text NOT NULL
  DEFAULT '00000000-0000-0000-0000-000000000000:0000000000000000:000000000000'
  CHECK (fingerprint ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9a-f]{16}:[0-9a-f]{12}$');

COMMENT ON COLUMN users.fingerprint IS 'which passwords are hashed at all: set_id, id of the key, and the first 48 bits of HMAC-SHA-256 over set_id and password';
COMMENT ON COLUMN pending_credentials.fingerprint IS 'as in users';

-- How many passwords the newest renewal ticket was used for; null and 1 for a sign-up.
ALTER TABLE pending_credentials
  ADD COLUMN ticket_expires_at bigint,
  ADD COLUMN issued integer NOT NULL DEFAULT 1 CHECK (issued >= 1);

COMMENT ON COLUMN pending_credentials.ticket_expires_at IS 'identifies the ticket among those of the set it replaces';

GRANT UPDATE (fingerprint) ON users TO cofrap_app;
