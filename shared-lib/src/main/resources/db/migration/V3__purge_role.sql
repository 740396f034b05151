-- What the daily purge may do, and nothing more: it sees which sets exist and until when,
-- never whose they are, no hash and no secret, and it changes no row.
GRANT SELECT (set_id) ON users TO cofrap_purge;
GRANT SELECT (set_id, usable_until), DELETE ON pending_credentials TO cofrap_purge;
GRANT SELECT (set_id), DELETE ON code_attempts TO cofrap_purge;
