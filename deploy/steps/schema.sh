# shellcheck shell=bash
title[schema]="Database: roles, tables, passwords"

schema_up() {
  local inside=/run/cofrap pair options=(--rm --network host --read-only --tmpfs /tmp --env PGPASSWORD)
  for pair in "${admin[@]}" "PGDATABASE=$admin_database" "PGSSLROOTCERT=$inside/ca.crt" "DB_NAME=$database" \
    "APP_PASSWORD_FILE=$inside/db-creds/DB_PASSWORD" \
    "PURGE_PASSWORD_FILE=$inside/purge-creds/DB_PASSWORD"; do
    options+=(--env "$pair")
  done
  run cp "$db_ca" "$work/passwords/ca.crt"
  # Readable for the image's user; nobody else here gets through the folder around it.
  run chmod -R a+rX "$work/passwords"
  as_administrator docker run "${options[@]}" --volume "$work/passwords:$inside:ro" \
    "$registry/$owner/admin:$tag" database prepare
}
