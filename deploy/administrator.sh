# shellcheck shell=bash
# The administration program (admin/), from its image and on the administrator's connection. No password is in a command
# line: it is passed in the environment, or in a copy of ~/.pgpass.

k3d_network=cofrap
k3d_subnet=172.28.0.0/16
k3d_gateway=172.28.0.1
postgres_address=172.28.255.5
in_container=/run/cofrap

# Of the container that the step postgres starts.
own_administrator() {
  DB_PORT=${DB_PORT:-5432}
  DB_CIDR=${DB_CIDR:-$postgres_address/32}
  DB_CA=$home/database-ca.crt
  compose=(env "DB_PORT=$DB_PORT" docker compose --file deploy/compose.yml)
  admin=(PGHOST=localhost "PGPORT=$DB_PORT" PGUSER=postgres PGDATABASE=postgres PGSSLMODE=verify-full)
}

# Of DB_ADMIN, whose form has been checked.
read_administrator() {
  if [[ ! $DB_ADMIN =~ ^[a-z]+://([^@]+)@([^:/]+)(:([0-9]+))?(/(.+))?$ ]]; then return; fi
  local host=${BASH_REMATCH[2]} port=${BASH_REMATCH[4]:-5432}
  DB_HOST=${DB_HOST:-$host}
  DB_PORT=${DB_PORT:-$port}
  admin=("PGHOST=$host" "PGPORT=$port" "PGUSER=${BASH_REMATCH[1]}" "PGDATABASE=${BASH_REMATCH[6]:-postgres}"
    "PGSSLMODE=${PGSSLMODE:-verify-full}")
}

# What the program reads, in a folder of this run: readable by its user; the folder around it keeps everybody else out.
fill_admin_folder() {
  local pgpass=${PGPASSFILE:-$HOME/.pgpass}
  run mkdir -p "$work/admin"
  run cp "$DB_CA" "$work/admin/ca.crt"
  if [[ $database_step == database && -z ${PGPASSWORD:-} && -r $pgpass ]]; then
    run cp "$pgpass" "$work/admin/pgpass"
    admin+=("PGPASSFILE=$in_container/pgpass")
  fi
  # The certificate is also verified for the name by which functions know the server.
  admin+=("PGSSLROOTCERT=$in_container/ca.crt" "DB_HOST=$DB_HOST" "DB_NAME=$database")
  run chmod -R a+rX "$work/admin"
}

# cofrap WORD…: its output is in $work/output.
cofrap() {
  local pair password=${PGPASSWORD:-} options=(--rm --network host --read-only --tmpfs /tmp)
  if [[ $database_step == postgres ]] && ! $dry_run; then
    query "${compose[@]}" exec -T postgres cat /var/lib/postgresql/password
    password=$found
  fi
  if [[ -n $password || $database_step == postgres ]]; then options+=(--env PGPASSWORD); fi
  for pair in "${admin[@]}"; do options+=(--env "$pair"); done
  PGPASSWORD=$password run docker run "${options[@]}" --volume "$work/admin:$in_container:ro" \
    "$REGISTRY/$OWNER/admin:$TAG" "$@"
}
