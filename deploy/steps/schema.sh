# shellcheck shell=bash
title[schema]="Database: roles, tables, passwords"

schema_up() {
  run chmod -R a+rX "$work/admin"
  admin+=("APP_PASSWORD_FILE=$in_container/db-creds/DB_PASSWORD" "PURGE_PASSWORD_FILE=$in_container/purge-creds/DB_PASSWORD")
  cofrap database prepare
}
