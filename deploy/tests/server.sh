# shellcheck shell=bash
# The PostgreSQL of k3d's door in a folder of the test's. Where k3d's network is not, a
# network of Docker has its address meanwhile.

# shellcheck source=run
source deploy/run

folder=$(mktemp -d /tmp/cofrap-test.XXXXXX)
network=

tidy() {
  local status=$?
  if server_runs; then (control stop -m immediate) || true; fi
  close_workspace
  rm -rf "$folder"
  if [[ -n $network ]]; then docker network rm "$network" >/dev/null || true; fi
  exit $status
}

free_port() {
  local port
  while port=$((20000 + RANDOM % 9000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

chmod 711 "$folder"
port=$(free_port)
read_options k3d --data "$folder" --db-port "$port"
settle
open_workspace
trap tidy EXIT
run mkdir -p -m 711 "$home"
if ! ip -o -4 address | grep -q " $k3d_gateway/"; then
  # Masqueraded, a connection from here would not seem to come from this network.
  make_network=(docker network create --subnet "$k3d_subnet" --gateway "$k3d_gateway"
    --opt com.docker.network.bridge.enable_ip_masquerade=false cofrap-deploy-test)
  "${make_network[@]}" >/dev/null ||
    wrong "nothing here has the address $k3d_gateway, and Docker makes no network with it. What to type:" \
      "${make_network[*]}"
  network=cofrap-deploy-test
fi
