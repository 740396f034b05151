-- Run by an administrator, connected to the service's own database: a superuser, or the owner of
-- this database with CREATEROLE. Idempotent.
-- cofrap_owner owns the schema and migrates it; cofrap_app is what the functions log in as;
-- cofrap_purge deletes what no longer has any effect.
-- Passwords are set separately (ALTER ROLE … PASSWORD …), so that no file contains one.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cofrap_owner') THEN
    CREATE ROLE cofrap_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cofrap_app') THEN
    CREATE ROLE cofrap_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cofrap_purge') THEN
    CREATE ROLE cofrap_purge LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
  END IF;
  -- So that an administrator who is not a superuser can SET ROLE to it.
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    GRANT cofrap_owner TO CURRENT_USER;
  END IF;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO cofrap_owner', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO cofrap_app, cofrap_purge', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO cofrap_owner;
GRANT USAGE ON SCHEMA public TO cofrap_app, cofrap_purge;

ALTER ROLE cofrap_app SET statement_timeout = '5s';
ALTER ROLE cofrap_app SET lock_timeout = '3s';
ALTER ROLE cofrap_app SET idle_in_transaction_session_timeout = '5s';

-- A purge after months may take a while; it waits for others' locks, and holds its own, briefly.
ALTER ROLE cofrap_purge SET statement_timeout = '60s';
ALTER ROLE cofrap_purge SET lock_timeout = '3s';
ALTER ROLE cofrap_purge SET idle_in_transaction_session_timeout = '5s';
