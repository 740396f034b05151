# shellcheck shell=bash
# The administrator's connection, in libpq's variables; the password is in no command line.

# Ours, made by the step postgres.
own_administrator() {
  option[db-port]=${option[db-port]:-5432}
  db_ca=$home/postgres/tls/ca.crt
  admin=(PGHOST=localhost "PGPORT=${option[db-port]}" PGUSER=postgres PGSSLMODE=verify-full)
  admin_database=postgres
}

# Of --db-admin.
read_administrator() {
  local form='^postgres(ql)?://([^:@/]+)@([^:@/]+)(:([0-9]+))?(/([^/?]+))?$'
  if [[ ! ${option[db-admin]} =~ $form ]]; then
    misused "--db-admin takes postgresql://USER@HOST:PORT/DATABASE; the password belongs in PGPASSWORD or ~/.pgpass"
    return
  fi
  local host=${BASH_REMATCH[3]} port=${BASH_REMATCH[5]:-5432}
  option[db-host]=${option[db-host]:-$host}
  option[db-port]=${option[db-port]:-$port}
  db_ca=${option[db-ca]}
  admin=("PGHOST=$host" "PGPORT=$port" "PGUSER=${BASH_REMATCH[2]}" "PGSSLMODE=${PGSSLMODE:-verify-full}")
  admin_database=${BASH_REMATCH[7]:-postgres}
}

# The value of one of libpq's variables above.
admin_value() {
  local pair
  for pair in "${admin[@]}"; do
    if [[ $pair == "$1="* ]]; then printf '%s' "${pair#*=}"; fi
  done
}

admin_password() {
  if [[ -z ${option[db-admin]} ]]; then
    cat "$home/postgres/password"
  elif [[ -n ${PGPASSWORD:-} ]]; then
    printf '%s' "$PGPASSWORD"
  else
    password_from_pgpass
  fi
}

# The first line that fits, as libpq takes it: host:port:database:user:password.
password_from_pgpass() {
  local file=${PGPASSFILE:-$HOME/.pgpass} wanted field fields line
  [[ -r $file ]] || return 0
  wanted=("$(admin_value PGHOST)" "$(admin_value PGPORT)" "$admin_database" "$(admin_value PGUSER)")
  while IFS= read -r line; do
    # What is escaped stays together: \: and \\ .
    mapfile -t fields < <(printf '%s' "$line" | sed -e 's/\\\\/\x01/g; s/\\:/\x02/g; s/:/\n/g' |
      sed -e 's/\x01/\\/g; s/\x02/:/g')
    for field in 0 1 2 3; do
      [[ ${fields[field]:-} == '*' || ${fields[field]:-} == "${wanted[field]}" ]] || continue 2
    done
    printf '%s' "${fields[4]:-}"
    return
  done < <(grep -v '^#' "$file")
}

# as_administrator COMMAND…: run, with the password in its environment.
as_administrator() {
  try_as_administrator "$@" || failed "$@"
}

try_as_administrator() {
  if ${option[dry-run]}; then
    show PGPASSWORD=… "$@"
    return
  fi
  local password
  password=$(admin_password 2>"$work/output") ||
    fail "the administrator's password cannot be read: $(tail -n 1 "$work/output")" "$again   # once it can be read"
  PGPASSWORD=$password try "$@"
}

# sql_command DATABASE SQL: fills sql.
sql_command() {
  sql=(env "${admin[@]}" "PGSSLROOTCERT=$db_ca" "PGDATABASE=$1"
    psql -w -X -qAt -v ON_ERROR_STOP=1 -c "$2")
}
