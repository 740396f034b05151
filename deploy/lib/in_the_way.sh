# shellcheck shell=bash
# What would stop k3d's door half-way is told before anything is made.

ufw_configuration=/etc/ufw/ufw.conf
ufw_command=

nothing_is_in_the_way() {
  local port
  registry_is_there || need_free 5000 "the registry" "docker ps   # whose is it?"
  if cluster_is_there; then
    cluster_is_ours || fail "there is a cluster cofrap that this script did not make" \
      "k3d cluster delete cofrap" "$again"
  else
    for port in gateway-port frontend-port; do
      need_free "${option[$port]}" "--$port" "$again --$port $((option[$port] + 10))"
    done
  fi
  if [[ $database_step == postgres ]] && ! server_runs; then
    need_free_database_port
  fi
  say_what_ufw_needs
}

need_free_database_port() {
  local port=${option[db-port]} by='' debians types=()
  if ! is_taken "$port"; then return; fi
  debians=$(debians_server_on "$port")
  if [[ -n $debians ]]; then
    by=" by Debian's own server ($debians)"
    types=("sudo pg_ctlcluster $debians stop   # until the next reboot")
  fi
  fail "port $port, for PostgreSQL, is taken on this machine$by" "${types[@]}" \
    "$again --db-port $((port + 1))" \
    "$again --db-admin postgresql://… --db-ca FILE   # to use the existing one"
}

# Its version and name, if it is the one listening on the port.
debians_server_on() {
  pg_lsclusters --no-header 2>/dev/null |
    while read -r version name port status _; do
      if [[ $port == "$1" && $status == online* ]]; then echo "$version $name"; fi
    done
}

# ufw drops what pods send to this machine. Only root can read its rules.
say_what_ufw_needs() {
  local port=${option[db-port]}
  if ! grep -qsx 'ENABLED=yes' "$ufw_configuration"; then return; fi
  if ((EUID == 0)) && ufw status | grep -qE "^$k3d_gateway $port .*ALLOW.* $k3d_subnet"; then return; fi
  ufw_command="sudo ufw allow from $k3d_subnet to $k3d_gateway port $port"
  note "The firewall ufw is active. Pods can reach PostgreSQL on this machine only after:" "  $ufw_command"
}

# need_free PORT FOR-WHAT WHAT-TO-TYPE…
need_free() {
  if is_taken "$1"; then fail "port $1, for $2, is taken on this machine" "${@:3}"; fi
}

is_taken() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Docker pushes to the name that the cluster pulls from.
registry_resolves() {
  local name=${registry%:*}
  [[ -n $(getent ahosts "$name" | grep -E '^(127\.|::1 )') ]] ||
    fail "$name is not this machine" "echo 127.0.0.1 $name | sudo tee -a /etc/hosts"
}
