# shellcheck shell=bash
# The PostgreSQL of k3d's door in a folder of the test's. Where k3d's network is not, a dummy
# interface has its address (as root).

# shellcheck source=run
source deploy/run

folder=$(mktemp -d /tmp/cofrap-test.XXXXXX)
dummy=

tidy() {
  local status=$?
  if server_runs; then (control stop -m immediate) || true; fi
  close_workspace
  rm -rf "$folder"
  if [[ -n $dummy ]]; then ip link delete "$dummy"; fi
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
  dummy=cofrap-test
  ip link add "$dummy" type dummy
  ip address add "$k3d_gateway/32" dev "$dummy"
  ip link set "$dummy" up
fi
