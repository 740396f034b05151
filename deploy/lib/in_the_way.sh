# shellcheck shell=bash
# What would stop k3d's door half-way is told before anything is made.

nothing_is_in_the_way() {
  local port
  registry_is_there || need_free 5000 "the registry" "docker ps   # whose is it?"
  if cluster_is_there; then
    is_ours cluster || fail "there is a cluster cofrap that this script did not make" \
      "k3d cluster delete cofrap" "$again"
  else
    for port in gateway-port frontend-port; do
      need_free "${option[$port]}" "--$port" "$again --$port $((option[$port] + 10))"
    done
  fi
  if [[ $database_step == postgres ]] && ! server_runs; then
    need_free "${option[db-port]}" "PostgreSQL" "$again --db-port $((option[db-port] + 1))" \
      "$again --db-admin postgresql://…   # to use the one that is there"
  fi
}

# need_free PORT FOR-WHAT WHAT-TO-TYPE…
need_free() {
  local port=$1 what=$2
  shift 2
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
    fail "port $port, for $what, is taken on this machine" "$@"
  fi
}

# Docker pushes to the name that the cluster pulls from.
registry_resolves() {
  local name=${registry%:*}
  getent ahosts "$name" | grep -qE '^(127\.|::1 )' ||
    fail "$name is not this machine" "echo 127.0.0.1 $name | sudo tee -a /etc/hosts"
}
