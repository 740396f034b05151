# shellcheck shell=bash
# A PostgreSQL of the script's own on this machine. Root runs it as the user postgres, who may write
# in the folder data alone: elsewhere a link of theirs could lead root astray.
title[postgres]="PostgreSQL on this machine"

postgres_up() {
  server=$home/postgres
  postgres_can_be_here
  run mkdir -p -m 700 "$server"
  if ((EUID == 0)); then
    run chown root:postgres "$server"
    run chmod 750 "$server"
  fi
  already test -f "$server/password" || make_password
  already test -d "$server/tls" || make_certificates
  already test -d "$server/data" || make_data
  install_settings
  hint="tail $server/data/log"
  if server_runs; then
    control reload
    if the_cluster_reaches_it; then return; fi
    control stop -m fast
  fi
  control start -w -t 60 -l "$server/data/log" \
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

make_password() {
  local new=$server/password.new
  run_into "$new" openssl rand -hex 32
  show_to_server "$new"
  run mv "$new" "$server/password"
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
  show_to_server "$new"
  run mv "$new" "$server/tls"
}

make_data() {
  local new=$server/data.new
  run rm -rf "$new"
  run mkdir -m 700 "$new"
  give_to_server "$new"
  as_server "$(server_program initdb)" --pgdata="$new" --username=postgres \
    --pwfile="$server/password" --auth=scram-sha-256 --encoding=UTF8 --locale=C
  as_server sed -i.default '$a include '\''cofrap.conf'\' "$new/postgresql.conf"
  run mv "$new" "$server/data"
}

install_settings() {
  local name
  for name in pg_hba.conf cofrap.conf; do
    run cp --remove-destination "deploy/postgres/$name" "$server/$name"
    show_to_server "$server/$name"
    as_server cp "$server/$name" "$server/data/$name"
  done
}
