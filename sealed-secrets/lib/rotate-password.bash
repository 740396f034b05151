#!/usr/bin/env bash
# Sourced by rotate: new passwords of the database's roles.
# shellcheck disable=SC2154 # work is set by who sources this

# Sealed first: a password that PostgreSQL has is never one that nobody knows any more.
rotate_database_password() {
  local functions
  read -ra functions <<<"$(functions_with db-creds)"
  step "1. new passwords in db-creds and purge-creds" publish_passwords
  step "2. set them in PostgreSQL: $*" set_passwords "$@"
  step "3. restart ${functions[*]}" restart "${functions[@]}"
}

publish_passwords() {
  local name values
  for name in db-creds purge-creds; do
    values=$work/$name
    load "$name" DB_PASSWORD
    generate DB_PASSWORD >"$values/DB_PASSWORD"
    publish "$name" "$values"
  done
}

set_passwords() {
  APP_PASSWORD_FILE=$work/db-creds/DB_PASSWORD PURGE_PASSWORD_FILE=$work/purge-creds/DB_PASSWORD "$@" ||
    fail "PostgreSQL has the old passwords still, and a pod that starts now cannot log in: run this again"
}
