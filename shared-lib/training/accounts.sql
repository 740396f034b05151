-- Accounts for train, with keys of zeros: one active, and one without an authenticator yet.
INSERT INTO users
  (id, username, password, fingerprint, mfa, gendate, set_id, last_time_step, last_login_at)
VALUES (
  1,
  'trainee',
  '$argon2id$v=19$m=19456,t=2,p=1$ByN827/5C5Kh5s0MlIChZQ$9ddKsBHl03fMAfshegZd3gdM0SHCuyOajeVHSSPTkv8',
  '00000000-0000-4000-8000-000000000001:66687aadf862bd77:7c6db3663618',
  'v1.66687aadf862bd77.rCfWNIq5QtyY1l_w.TXA2ZNy3J0JtBA4prBBjiQjYIa8M1IzILEu232Dpo7qRBKxy',
  extract(epoch FROM now()),
  '00000000-0000-4000-8000-000000000001',
  0,
  extract(epoch FROM now())
);

INSERT INTO pending_credentials
  (set_id, user_id, username, password, fingerprint, pending_until, usable_until)
SELECT
  '00000000-0000-4000-8000-000000000002',
  2,
  'newcomer',
  password,
  '00000000-0000-4000-8000-000000000002:66687aadf862bd77:a4bcbf5cf9d1',
  extract(epoch FROM now()) + 900,
  extract(epoch FROM now()) + 86400
FROM users;
