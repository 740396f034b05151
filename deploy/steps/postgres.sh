# shellcheck shell=bash
# A PostgreSQL of the script's own on this machine. Root hands it to the user postgres.
title[postgres]="PostgreSQL on this machine"

postgres_up() {
  server=$home/postgres
  postgres_can_be_here
  run mkdir -p -m 700 "$server"
  already test -f "$server/password" || run_into "$server/password" openssl rand -hex 32
  already test -d "$server/tls" || make_certificates
  run cp deploy/postgres/pg_hba.conf deploy/postgres/cofrap.conf "$server"
  hand_over "$server"
  already test -d "$server/data" || make_data
  as_server cp "$server/pg_hba.conf" "$server/cofrap.conf" "$server/data"
  hint="tail $server/log"
  if server_runs; then
    control reload
    if the_cluster_reaches_it; then return; fi
    control stop -m fast
  fi
  control start -w -t 60 -l "$server/log" \
    -o "-p ${option[db-port]} -c listen_addresses=localhost,$k3d_gateway"
  the_cluster_reaches_it || fail "PostgreSQL cannot listen on $k3d_gateway: Docker runs elsewhere than on the machine itself (Docker Desktop, rootless)" \
    "$again --db-admin postgresql://…   # a PostgreSQL that the cluster can reach"
}

postgres_down() {
  server=$home/postgres
  if ${option[dry-run]} || server_runs; then control stop -m fast; fi
  if ${option[purge-data]}; then run rm -rf "$home"; fi
}

control() {
  as_server "$(server_program pg_ctl)" "$1" -s -D "$server/data" "${@:2}"
}

server_runs() {
  already as_server_quietly "$(server_program pg_ctl)" status -D "$home/postgres/data"
}

the_cluster_reaches_it() {
  ${option[dry-run]} || "$(server_program pg_isready)" -q -h "$k3d_gateway" -p "${option[db-port]}"
}

# The authority's key ends with the run: nothing else is ever signed with it.
make_certificates() {
  local new=$server/tls.new config=(-config deploy/postgres/tls.cnf)
  local key=(-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc)
  run rm -rf "$new"
  run mkdir "$new"
  run openssl req -x509 "${config[@]}" -extensions authority "${key[@]}" -days 3650 \
    -subj "/CN=COFRAP database authority" -keyout "$work/ca.key" -out "$new/ca.crt"
  run openssl req -new "${config[@]}" "${key[@]}" -keyout "$new/server.key" -out "$work/server.csr"
  run openssl x509 -req -in "$work/server.csr" -CA "$new/ca.crt" -CAkey "$work/ca.key" -CAcreateserial \
    -CAserial "$work/ca.srl" -days 3650 -extfile deploy/postgres/tls.cnf -extensions server \
    -out "$new/server.crt"
  run rm "$work/ca.key"
  run mv "$new" "$server/tls"
}

make_data() {
  as_server rm -rf "$server/data.new"
  as_server "$(server_program initdb)" --pgdata="$server/data.new" --username=postgres --pwfile="$server/password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C
  as_server sed -i.default '$a include '\''cofrap.conf'\' "$server/data.new/postgresql.conf"
  as_server mv "$server/data.new" "$server/data"
}
