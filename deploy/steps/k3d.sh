# shellcheck shell=bash
title[k3d]="Registry and cluster (k3d)"

registry_container=k3d-registry.localhost

k3d_up() {
  if ! $dry_run; then check_nothing_is_in_the_way; fi
  run mkdir -p "$home"
  if registry_exists; then run docker start "$registry_container"; else make_registry; fi
  if cluster_exists && ! is_made cluster; then run k3d cluster delete cofrap; fi
  if cluster_exists; then start_cluster; else make_cluster; fi
}

registry_exists() { already docker container inspect "$registry_container"; }

cluster_exists() { already k3d cluster get cofrap; }

database_exists() { already docker volume inspect cofrap_postgres; }

# What would stop the run halfway is reported before anything is created.
check_nothing_is_in_the_way() {
  refuse_former_layout
  [[ -n $(getent ahosts "$registry_container" | grep -E '^(127\.|::1 )') ]] ||
    fail "$registry_container is not this machine" "echo 127.0.0.1 $registry_container | sudo tee -a /etc/hosts"
  registry_exists || need_free 5000 "the registry" "docker ps   # what is using it?"
  if cluster_exists; then
    cluster_is_ours || fail "there is a cluster cofrap that this script did not create" "k3d cluster delete cofrap" "$again"
  else
    need_free "$GATEWAY_PORT" GATEWAY_PORT "$again GATEWAY_PORT=$((GATEWAY_PORT + 10))"
    need_free "$FRONTEND_PORT" FRONTEND_PORT "$again FRONTEND_PORT=$((FRONTEND_PORT + 10))"
  fi
  if [[ $database_step == database ]]; then return; fi
  if database_exists; then
    is_made cluster && cluster_exists ||
      fail "the accounts in PostgreSQL cannot be used: their keys were in the cluster cofrap, which is gone" \
        "./start_full_demo.sh k3d --down   # deletes these accounts"
  else
    need_free "$DB_PORT" "PostgreSQL" "$again DB_PORT=$((DB_PORT + 1))" "$again DB_ADMIN=postgresql://… DB_CA=FILE   # to use the existing one"
  fi
}

# Earlier versions ran PostgreSQL on this machine and kept a copy of the cluster's key.
refuse_former_layout() {
  if [[ ! -d $home/postgres/data || -n $DB_ADMIN ]]; then return; fi
  fail "$home/postgres holds the accounts of an earlier version, whose PostgreSQL this version does not run" \
    "pg_ctl -D $home/postgres/data start -o '-p 5432 -c listen_addresses=localhost,$k3d_gateway'   # keeps them; then
  PGPASSWORD=\$(cat $home/postgres/password) ./start_full_demo.sh k3d DB_ADMIN=postgresql://postgres@localhost:5432/postgres DB_CA=$home/postgres/tls/ca.crt" \
    "mv $home/postgres $home/postgres.old && $again   # starts with an empty database"
}

# need_free PORT FOR-WHAT WHAT-TO-TYPE…
need_free() {
  if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
    fail "port $1, for $2, is in use on this machine" "${@:3}"
  fi
}

# Recorded first, so that the next run starts a registry that was created but not started.
make_registry() {
  remember registry
  run k3d registry create registry.localhost --port 127.0.0.1:5000 --no-help
}

# Until it is recorded it is incomplete: the next run deletes and recreates it.
make_cluster() {
  forget cluster
  remember cluster-begun
  already has_our_network || make_network
  run env "GATEWAY_PORT=$GATEWAY_PORT" "FRONTEND_PORT=$FRONTEND_PORT" k3d cluster create --config deploy/k3d.yaml
  remember cluster
  use_cluster
  name_database
}

# If k3d created the network, its registry would take the address that k3d intends for its server.
make_network() {
  hint="docker network inspect $k3d_network; docker network ls   # which one has this name, or addresses in $k3d_subnet?"
  run docker network create "$k3d_network" --subnet "$k3d_subnet" --gateway "$k3d_gateway" --label "$made_label"
  hint=
}

start_cluster() {
  run k3d cluster start cofrap
  use_cluster
  name_database
  # The record may be new, and a running pod would see it only minutes later.
  run kubectl -n kube-system patch deployment coredns \
    --patch '{"spec":{"template":{"metadata":{"annotations":{"made-by":"cofrap-deploy"}}}}}'
  run kubectl -n kube-system rollout status deployment/coredns --timeout 2m
}

# Does not change the cluster that kubectl uses elsewhere on this machine.
use_cluster() {
  run k3d kubeconfig write cofrap --output "$home/kubeconfig" --overwrite
  set_variable KUBECONFIG "$home/kubeconfig"
}

# The record that k3d itself adds to CoreDNS does not survive a reboot; k3s' CoreDNS imports this one even then.
name_database() {
  local address=$postgres_address
  if [[ $database_step == database ]]; then address=$k3d_gateway; fi
  run bash -o pipefail -c "sed s/ADDRESS/$address/ deploy/k3d-dns.yaml | kubectl apply --filename -"
}

k3d_down() {
  # From here on the cluster is incomplete: a run that is interrupted deletes the rest or makes a new one.
  if $dry_run || cluster_is_ours; then
    forget cluster
    run k3d cluster delete cofrap
  fi
  if $dry_run || registry_exists; then
    if $dry_run || is_made registry; then
      run k3d registry delete "$registry_container"
    elif has_our_network; then
      try docker network disconnect --force "$k3d_network" "$registry_container" || true
    fi
  fi
  if $dry_run || has_our_network; then run docker network rm "$k3d_network"; fi
  run rm -f "$home/made" "$home/kubeconfig" "$home/database-ca.crt" "$options_file"
}

# Complete, or begun and in our network.
cluster_is_ours() {
  is_made cluster || { is_made cluster-begun && [[ -n $(docker ps --all --quiet \
    --filter label=k3d.cluster=cofrap --filter "network=$k3d_network") ]]; }
}

has_our_network() {
  [[ -n $(docker network ls --quiet --filter "name=^$k3d_network$" --filter "label=$made_label") ]]
}

is_made() { grep -qsx "$1" "$home/made"; }

remember() { $dry_run || is_made "$1" || echo "$1" >>"$home/made"; }

forget() { if ! $dry_run && [[ -f $home/made ]]; then sed -i "/^$1$/d" "$home/made"; fi; }
