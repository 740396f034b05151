# shellcheck shell=bash
# PostgreSQL's own programs. They refuse root, and then run as the user that Debian's package made.

# server_program NAME: Debian keeps them away from PATH.
server_program() {
  local all=(/usr/lib/postgresql/*/bin/"$1")
  if ${option[dry-run]} || command -v "$1" >/dev/null; then
    echo "$1"
  elif [[ $1 =~ ^(initdb|pg_ctl|pg_isready)$ && -x ${all[0]} ]]; then
    printf '%s\n' "${all[@]}" | sort -V | tail -n 1
  else
    return 1
  fi
}

as_server() {
  if ((EUID == 0)); then run runuser -u postgres -- "$@"; else run "$@"; fi
}

as_server_quietly() {
  if ((EUID == 0)); then runuser -u postgres -- "$@"; else "$@"; fi
}

# For the server to read, and root's alone to write.
show_to_server() {
  if ((EUID == 0)); then
    run chown -R root:postgres "$@"
    run chmod -R u=rwX,g=rX,o= "$@"
  fi
}

give_to_server() {
  if ((EUID == 0)); then run chown postgres: "$1"; fi
}

postgres_can_be_here() {
  if ((EUID != 0)) || ${option[dry-run]}; then return; fi
  getent passwd postgres >/dev/null || fail "there is no user postgres, and PostgreSQL refuses root" \
    "${how_to_get[initdb]}" "$again   # as an ordinary user of Docker"
  runuser -u postgres -- test -x "$home" ||
    fail "the user postgres cannot enter $(absolute "$home")" "chmod 711 ${option[data]}" \
      "$again --data /var/lib/cofrap"
}
