# shellcheck shell=bash
# A PostgreSQL that this script did not make: it says what it will do there, and asks.
title[database]="PostgreSQL of DB_ADMIN"

database_up() {
  local server=${admin[0]#*=}:${admin[1]#*=} kind_of_name=-verify_hostname
  if [[ $DB_HOST =~ ^[0-9.]+$ ]]; then kind_of_name=-verify_ip; fi
  # The functions verify this certificate, for this name.
  hint="the certificate must be for $DB_HOST, and signed by $DB_CA"
  run openssl s_client -starttls postgres -connect "$server" -verify_return_error -CAfile "$DB_CA" \
    "$kind_of_name" "$DB_HOST"
  fill_admin_folder
  hint="the administrator's password belongs in PGPASSWORD or ~/.pgpass"
  cofrap database plan
  if $dry_run; then return; fi
  note "In the PostgreSQL at $server, which this script did not make, it will"
  sed 's/^/    /' "$work/output"
  note "and its pg_hba.conf must have, with the addresses that the nodes come from," \
    "    hostssl  $database  cofrap_app,cofrap_purge  ADDRESSES  scram-sha-256"
  confirm "Go on?"
}

database_down() {
  if [[ $mode == k3d ]]; then
    confirm "Delete the cluster cofrap, and with it the keys without which no account in DB_ADMIN's database can log in?"
  fi
  note "the database $database stays as it is, with its roles"
}
