-- What the functions may do, and nothing more: they never delete
-- a user or a count of wrong codes, and cannot change who a row belongs to.
GRANT SELECT, INSERT ON users TO cofrap_app;
GRANT UPDATE (password, mfa, gendate, expired, set_id, last_time_step, last_login_at, previous_login_at)
  ON users TO cofrap_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON pending_credentials TO cofrap_app;
GRANT SELECT, INSERT, UPDATE (recent, total) ON code_attempts TO cofrap_app;
GRANT USAGE ON SEQUENCE user_ids TO cofrap_app;
