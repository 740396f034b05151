# shellcheck shell=bash
title[k3d]="Registry and cluster (k3d)"

k3d_up() {
  if ! ${option[dry-run]}; then
    registry_resolves
    nothing_is_in_the_way
  fi
  run mkdir -p -m 711 "${option[data]}"
  run mkdir -p -m 711 "$home"
  if registry_is_there; then run docker start "${registry%:*}"; else make_registry; fi
  if cluster_is_there && ! cluster_is_whole; then run k3d cluster delete cofrap; fi
  if cluster_is_there; then start_cluster; else make_cluster; fi
}

registry_is_there() { already docker container inspect "${registry%:*}"; }

cluster_is_there() { already k3d cluster get cofrap; }

# Recorded first, so that the next run starts a registry that was created but not started.
make_registry() {
  remember registry
  run k3d registry create registry.localhost --port 127.0.0.1:5000 --no-help
}

# Until it is recorded it is incomplete: the next run deletes and recreates it.
make_cluster() {
  forget cluster
  forget cluster-ending
  remember cluster-begun
  already has_our_network || make_network
  run k3d cluster create cofrap --network "$k3d_network" --registry-use "$registry" \
    -p "127.0.0.1:${option[gateway-port]}:31112@server:0" \
    -p "127.0.0.1:${option[frontend-port]}:31113@server:0" --wait --timeout 5m \
    --kubeconfig-update-default=false --kubeconfig-switch-context=false
  remember cluster
  use_cluster
  name_host
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
  name_host
  # The record may be new, and a running pod would see it only minutes later.
  run kubectl -n kube-system patch deployment coredns \
    --patch '{"spec":{"template":{"metadata":{"annotations":{"made-by":"cofrap-deploy"}}}}}'
  run kubectl -n kube-system rollout status deployment/coredns --timeout 2m
}

# Does not change the cluster that kubectl talks to elsewhere on this machine.
use_cluster() {
  run k3d kubeconfig write cofrap --output "$home/kubeconfig" --overwrite
  set_variable KUBECONFIG "$home/kubeconfig"
}

# The record that k3d itself adds for this machine's address does not survive a reboot.
name_host() {
  run kubectl apply --filename deploy/k3d/host.yaml
}

k3d_down() {
  if ${option[dry-run]} || cluster_is_ours; then
    if ! ${option[purge-data]}; then save_mfa_key; fi
    remember cluster-ending
    run k3d cluster delete cofrap
  fi
  if ${option[dry-run]} || registry_is_there; then
    if is_made registry; then
      run k3d registry delete "${registry%:*}"
    elif registry_is_in_our_network; then
      run docker network disconnect --force "$k3d_network" "${registry%:*}"
    fi
  fi
  if ${option[dry-run]} || has_our_network; then run docker network rm "$k3d_network"; fi
  run rm -f "$home/made" "$home/kubeconfig"
}

# The key may have been rotated since the last run. If the cluster is half deleted, the key was saved already;
# if it was never complete, there is no key.
save_mfa_key() {
  if ! ${option[dry-run]} && ! { cluster_is_whole && cluster_is_there; }; then return; fi
  hint="k3d cluster start cofrap   # the key of the accounts is in it; or, without them: $again --purge-data"
  use_cluster
  run kubectl --request-timeout 20s get namespace default
  local found=secret/mfa-key
  if ! ${option[dry-run]}; then query kubectl -n openfaas-fn get secret mfa-key --ignore-not-found --output name; fi
  if [[ -n $found ]]; then keep_mfa_key; fi
  hint=
}

# Complete, or begun and in our network.
cluster_is_ours() {
  is_made cluster || { is_made cluster-begun && [[ -n $(docker ps --all --quiet \
    --filter label=k3d.cluster=cofrap --filter "network=$k3d_network") ]]; }
}

cluster_is_whole() {
  ${option[dry-run]} || { is_made cluster && ! is_made cluster-ending; }
}

has_our_network() {
  [[ -n $(docker network ls --quiet --filter "name=^$k3d_network$" --filter "label=$made_label") ]]
}

# The container knows its networks while it is stopped too; the network then does not know the container.
registry_is_in_our_network() {
  local found
  query docker container inspect "${registry%:*}" \
    --format '{{range $name, $_ := .NetworkSettings.Networks}}{{println $name}}{{end}}'
  grep -qx "$k3d_network" <<<"$found"
}

is_made() {
  ${option[dry-run]} || grep -qsx "$1" "$home/made"
}

remember() {
  ${option[dry-run]} || is_made "$1" || echo "$1" >>"$home/made"
}

forget() {
  if already test -f "$home/made"; then sed -i "/^$1$/d" "$home/made"; fi
}
