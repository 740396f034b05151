# shellcheck shell=bash
title[k3d]="Registry and cluster (k3d)"

k3d_up() {
  if ! ${option[dry-run]}; then
    registry_resolves
    nothing_is_in_the_way
  fi
  run mkdir -p -m 711 "${option[data]}"
  run mkdir -p -m 711 "$home"
  registry_is_there || make_registry
  if cluster_is_there; then run k3d cluster start cofrap; else make_cluster; fi
  use_cluster
}

# What kubectl talks to elsewhere on this machine stays as it is.
use_cluster() {
  run k3d kubeconfig write cofrap --output "$home/kubeconfig" --overwrite
  set_variable KUBECONFIG "$home/kubeconfig"
}

registry_is_there() { already docker container inspect "${registry%:*}"; }

cluster_is_there() { already k3d cluster get cofrap; }

make_registry() {
  run k3d registry create registry.localhost --port 127.0.0.1:5000 --no-help
  remember registry
}

make_cluster() {
  hint="k3d cluster delete cofrap"
  run k3d cluster create cofrap --subnet "$k3d_subnet" --registry-use "$registry" \
    -p "127.0.0.1:${option[gateway-port]}:31112@server:0" \
    -p "127.0.0.1:${option[frontend-port]}:31113@server:0" --wait --timeout 5m \
    --kubeconfig-update-default=false --kubeconfig-switch-context=false
  remember cluster
}

k3d_down() {
  if is_ours cluster; then
    if ! ${option[purge-data]}; then save_mfa_key; fi
    run k3d cluster delete cofrap
  fi
  if is_ours registry; then run k3d registry delete "${registry%:*}"; fi
  run rm -f "$home/made" "$home/kubeconfig"
}

# The key may have been rotated since the last run. A cluster that is gone has none to save.
save_mfa_key() {
  if ! ${option[dry-run]} && ! cluster_is_there; then return; fi
  hint="k3d cluster start cofrap   # the key of the accounts is in it; or, without them: $again --purge-data"
  use_cluster
  run kubectl --request-timeout 20s get namespace default
  local mfa_key=secret/mfa-key
  if ! ${option[dry-run]}; then
    mfa_key=$(kubectl -n openfaas-fn get secret mfa-key --ignore-not-found --output name)
  fi
  if [[ -n $mfa_key ]]; then keep_mfa_key; fi
  hint=
}

remember() {
  ${option[dry-run]} || echo "$1" >>"$home/made"
}

is_ours() {
  ${option[dry-run]} || grep -qsx "$1" "$home/made"
}
