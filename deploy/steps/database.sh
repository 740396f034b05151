# shellcheck shell=bash
# A PostgreSQL that this script did not make: it looks, says what it will do, and asks.
title[database]="PostgreSQL of --db-admin"

database_up() {
  local server
  server=$(admin_value PGHOST):$(admin_value PGPORT)
  # The functions verify this certificate, for this name.
  hint="the certificate must be for ${option[db-host]}, signed by $db_ca"
  run openssl s_client -starttls postgres -connect "$server" -verify_return_error -CAfile "$db_ca" \
    "$(kind_of_name "${option[db-host]}")" "${option[db-host]}"
  hint="the administrator's password goes in PGPASSWORD or ~/.pgpass"
  sql_command "$admin_database" "SELECT datname FROM pg_database UNION SELECT rolname FROM pg_roles"
  as_administrator "${sql[@]}"
  note "In the PostgreSQL at $server, which this script did not make, it will" \
    "  - $(what_of "$database"), the service's database" \
    "  - $(what_of cofrap_owner), the role that has the tables" \
    "  - $(what_of cofrap_app), the functions' role, with the password of the secret db-creds" \
    "  - $(what_of cofrap_purge), the daily purge's role, with the password of purge-creds" \
    "  - apply those of shared-lib/src/main/resources/db/migration that are missing" \
    "and its pg_hba.conf must have, with the addresses that the nodes come from" \
    "  hostssl  $database  cofrap_app,cofrap_purge  ADDRESSES  scram-sha-256"
  ${option[dry-run]} || confirm "Go on?"
}

kind_of_name() {
  if is_ipv4 "$1"; then echo -verify_ip; else echo -verify_hostname; fi
}

# By the answer to the question before.
what_of() {
  if already grep -qx "$1" "$work/output"; then echo "keep $1"; else echo "create $1"; fi
}

database_down() {
  note "the database $database stays as it is, with its roles"
}
