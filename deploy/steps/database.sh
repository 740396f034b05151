# shellcheck shell=bash
# A PostgreSQL that this script did not create: it shows what it will change there, and asks.
title[database]="PostgreSQL of DB_ADMIN"

database_up() {
  fill_admin_folder
  hint="the administrator's password belongs in PGPASSWORD or ~/.pgpass"
  cofrap database plan
  if $dry_run; then return; fi
  note "Planned changes to PostgreSQL at ${admin[0]#*=}:${admin[1]#*=}, which this script did not create:"
  # The secrets, whose passwords the step schema sets, are generated later.
  sed -E 's/^(password of .*): left .*/\1: will be that of its secret/; s/^/    /' "$work/output"
  confirm "Continue?"
}

database_down() {
  if [[ $mode == k3d ]]; then
    confirm "Delete the cluster cofrap, and with it the keys without which no account in DB_ADMIN's database can log in?"
  fi
  note "the database $database and its roles are kept"
}
