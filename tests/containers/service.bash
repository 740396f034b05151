#!/usr/bin/env bash
# What a service in containers stands on, for the scripts that source this: a network, a database on
# its bridge, secrets. They set WORK (a folder), PREFIX (of names) and IMAGES.

# mount FUNCTION SECRET…: as Kubernetes does, a link for each file of a secret
mount() {
  local folder=$WORK/secrets/$1 secret file
  mkdir -p "$folder/..now"
  ln -s ..now "$folder/..data"
  for secret in "${@:2}"; do
    for file in "$WORK/made/$secret"/*; do
      cp "$file" "$folder/..now"
      ln -s "..data/${file##*/}" "$folder/${file##*/}"
    done
  done
  chmod -R a+rX "$folder"
}

start_database() {
  DB_PORT=$(shuf -i 20000-30000 -n 1)
  script/test-postgres start "$WORK/postgres" "$DB_PORT" "$PREFIX"
  # shellcheck source=/dev/null
  DB_ADDRESS=$(source "$WORK/postgres/environment" && echo "$ADDRESS")
  BRIDGE=$(docker network inspect -f '{{(index .IPAM.Config 0).Gateway}}' "$PREFIX")
  export BRIDGE DB_ADDRESS DB_PORT
}

# The secrets of the table, and for each function those that stack.yml gives it.
make_secrets() {
  local secret file made mounted
  while IFS=$'\t' read -r secret file made _; do
    mkdir -p "$WORK/made/$secret"
    case $made in
      password) openssl rand -hex 16 ;;
      ring) openssl rand -base64 32 ;;
      database-ca) cat "$WORK/postgres/ca.crt" ;;
    esac >"$WORK/made/$secret/$file"
  done < <(grep -v '^#' sealed-secrets/secrets.tsv)
  while read -ra mounted; do mount "${mounted[@]}"; done < <(script/function-secrets)
}

prepare_database() {
  PGPASSWORD=$(<"$WORK/postgres/admin-password") docker run --rm --network host --read-only \
    --cap-drop ALL --user "$(id -u):$(id -g)" -v "$WORK:/run/cofrap:ro" -e PGPASSWORD -e PGHOST=localhost \
    -e PGPORT="$DB_PORT" -e PGUSER=postgres -e PGSSLMODE=verify-full \
    -e PGSSLROOTCERT=/run/cofrap/postgres/ca.crt -e APP_PASSWORD_FILE=/run/cofrap/made/db-creds/DB_PASSWORD \
    -e PURGE_PASSWORD_FILE=/run/cofrap/made/purge-creds/DB_PASSWORD "$IMAGES/admin" database prepare
}

# clean_up: for the trap at the end
clean_up() {
  docker ps -aq --filter "name=^/?$PREFIX-" | xargs -r docker rm -f >/dev/null
  script/test-postgres remove "$WORK/postgres"
  rm -rf "$WORK"
}
