#!/usr/bin/env bash
# What a service in containers stands on, for the scripts that source this: a network, a database on
# its bridge, secrets. They set WORK (a folder), PREFIX (of names) and IMAGES.

# mount FUNCTION SECRET=FILE…: as Kubernetes does, a link for each secret
mount() {
  local folder=$WORK/secrets/$1 secret
  mkdir -p "$folder/..now"
  ln -s ..now "$folder/..data"
  for secret in "${@:2}"; do
    cp "$WORK/${secret#*=}" "$folder/..now/${secret%=*}"
    ln -s "..data/${secret%=*}" "$folder/${secret%=*}"
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

make_secrets() {
  local name
  for name in app-password purge-password; do openssl rand -hex 16 >"$WORK/$name"; done
  for name in mfa-key ticket-key; do openssl rand -base64 32 >"$WORK/$name"; done
  local database=(DB_PASSWORD=app-password DB_CA_CERT=postgres/ca.crt)
  mount generate-password "${database[@]}" TICKET_KEY_B64=ticket-key
  mount generate-2fa "${database[@]}" MFA_KEY_B64=mfa-key
  mount authenticate-user "${database[@]}" MFA_KEY_B64=mfa-key TICKET_KEY_B64=ticket-key
}

prepare_database() {
  PGPASSWORD=$(<"$WORK/postgres/admin-password") docker run --rm --network host --read-only \
    --cap-drop ALL --user "$(id -u):$(id -g)" -v "$WORK:/run/cofrap:ro" -e PGPASSWORD -e PGHOST=localhost \
    -e PGPORT="$DB_PORT" -e PGUSER=postgres -e PGSSLMODE=verify-full \
    -e PGSSLROOTCERT=/run/cofrap/postgres/ca.crt -e APP_PASSWORD_FILE=/run/cofrap/app-password \
    -e PURGE_PASSWORD_FILE=/run/cofrap/purge-password "$IMAGES/admin" database prepare
}

# clean_up: for the trap at the end
clean_up() {
  docker ps -aq --filter "name=^/?$PREFIX-" | xargs -r docker rm -f >/dev/null
  script/test-postgres remove "$WORK/postgres"
  rm -rf "$WORK"
}
