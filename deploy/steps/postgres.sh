# shellcheck shell=bash
title[postgres]="PostgreSQL in a container"

postgres_up() {
  hint="docker compose --file deploy/compose.yml logs"
  run "${compose[@]}" up --detach --wait --wait-timeout 120
  run "${compose[@]}" cp postgres:/var/lib/postgresql/tls/ca.crt "$DB_CA"
  fill_admin_folder
}

# The accounts go with the keys that open them.
postgres_down() {
  refuse_former_layout
  confirm "Delete the cluster cofrap, its keys and the database with all accounts?"
  run "${compose[@]}" down --volumes
}
