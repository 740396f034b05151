#!/usr/bin/env bash
# Sourced by a function's `train`, which defines `requests` and gets the command that serves the function. This starts PostgreSQL and the command, sends the requests, and stops the command with SIGTERM. Meanwhile the image build records what the function loads.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
schema=$here/../src/main/resources/db
programs=$(find /usr/lib/postgresql/*/bin -name initdb -printf '%h\n' | sort -V | tail -n 1)
work=$(mktemp -d)
data=$work/data
server=
clean_up() {
  [[ -z $server ]] || kill -9 "$server" 2>/dev/null || true
  [[ ! -e $data/postmaster.pid ]] || "$programs/pg_ctl" -D "$data" -m immediate -s stop
  rm -rf "$work"
}
trap clean_up EXIT

psql() {
  "$programs/psql" -qX -v ON_ERROR_STOP=1 -h "$work" -U postgres "$@" >/dev/null
}

start_postgres() {
  "$programs/initdb" -D "$data" -U postgres --auth-local=trust --auth-host=scram-sha-256 \
    --no-sync >/dev/null
  openssl req -x509 -newkey rsa:2048 -noenc -days 1 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost -keyout "$data/server.key" -out "$data/server.crt" 2>"$work/openssl.log" || cat "$work/openssl.log" >&2
  echo 'hostssl cofrap cofrap_app 127.0.0.1/32 scram-sha-256
local all postgres trust' >"$data/pg_hba.conf"
  "$programs/pg_ctl" -D "$data" -l "$work/postgres.log" -s -w \
    -o "-h localhost -k $work -c ssl=on -c fsync=off" start
}

create_accounts() {
  psql -c 'CREATE DATABASE cofrap'
  psql -d cofrap -f "$schema/roles.sql" -c "ALTER ROLE cofrap_app PASSWORD 'practice'"
  local migrations=(-c 'SET ROLE cofrap_owner') file
  while IFS= read -r file; do
    migrations+=(-f "$file")
  done < <(find "$schema/migration" -name 'V*.sql' | sort -V)
  psql -d cofrap "${migrations[@]}" -f "$here/accounts.sql"
}

write_secrets() {
  mkdir "$work/secrets"
  printf practice >"$work/secrets/DB_PASSWORD"
  cp "$data/server.crt" "$work/secrets/DB_CA_CERT"
  (cd "$work/secrets" && head -c 32 /dev/zero | base64 | tee MFA_KEY_B64 TICKET_KEY_B64 >FINGERPRINT_KEY_B64)
}

# post STATUS BODY: sends the body and expects the status; on a busy machine, 503 is retried
post() {
  local status
  for _ in {1..10}; do
    status=$(curl -sS -o "$work/response" -w '%{http_code}' --max-time 30 \
      -H 'Content-Type: application/json' -d "$2" http://127.0.0.1:8082/)
    [[ $status == 503 ]] || break
    sleep 1
  done
  [[ $status == "$1" ]] || {
    echo "train: expected $1, got $status: $(cat "$work/response")" >&2
    exit 1
  }
}

start_postgres
create_accounts
write_secrets
export DB_HOST=localhost SECRETS_DIR=$work/secrets LOCK_FILE=$work/serving SHUTDOWN_GRACE=PT0S
"$@" &
server=$!
for _ in {1..300}; do
  [[ ! -e $LOCK_FILE ]] || break
  kill -0 "$server"
  sleep 0.1
done
requests
# Every function rejects this one.
post 400 '{"username": "?"}'
kill "$server"
code=0
wait "$server" || code=$?
server=
((code == 143)) || {
  echo "train: the function exited with $code, expected 143" >&2
  exit 1
}
