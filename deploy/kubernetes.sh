# shellcheck shell=bash
# The cluster: what exists in it, Helm releases, port-forwards. Releases that this script created carry a label, which
# distinguishes them from those it found.

made_label=made-by=cofrap-deploy

# The functions of this repository. OpenFaaS puts their labels on pods only, so deployments are known by name.
mapfile -t functions < <(script/functions)

# deployment_exists NAMESPACE NAME
deployment_exists() {
  local found
  query kubectl -n "$1" get deployment "$2" --ignore-not-found --output name
  [[ -n $found ]]
}

# kind_exists NAME.GROUP: a custom resource definition. A dry run assumes that it exists.
kind_exists() {
  local found
  if $dry_run; then return; fi
  query kubectl get customresourcedefinition "$1" --ignore-not-found --output name
  [[ -n $found ]]
}

# pods_not_ready NAMESPACE
pods_not_ready() {
  local pod ready state
  kubectl -n "$1" get pods --no-headers --request-timeout 5s | while read -r pod ready state _; do
    if [[ $state != Completed && ${ready%/*} != "${ready#*/}" ]]; then echo "$pod: $state"; fi
  done
}

# install_chart NAMESPACE RELEASE REPOSITORY CHART VERSION GIVEN-CHART OPTION…
install_chart() {
  local namespace=$1 release=$2 source=("$4" --repo "$3" --version "$5")
  if [[ -n $6 ]]; then source=("$6"); fi
  install_release "$namespace" "$release" "${source[@]}" "${@:7}"
}

# install_release NAMESPACE RELEASE CHART OPTION…
install_release() {
  settle_release "$1" "$2"
  look=(pods_not_ready "$1")
  run helm upgrade --install "$2" "$3" --namespace "$1" "${@:4}" --labels "$made_label" --wait --timeout 5m
}

# A killed helm leaves its release in a state in which it refuses further changes.
settle_release() {
  local found
  if $dry_run || ! made_by_us "$1" "$2"; then return; fi
  query helm status "$2" --namespace "$1"
  case $(sed -n 's/^STATUS: //p' <<<"$found") in
    pending-install | uninstalling) run helm uninstall "$2" --namespace "$1" --wait ;;
    pending-upgrade | pending-rollback) run helm rollback "$2" --namespace "$1" ;;
  esac
}

# made_by_us NAMESPACE RELEASE: a dry run assumes that it is.
made_by_us() {
  local found
  if $dry_run; then return; fi
  query helm list --namespace "$1" --all --short --selector "$made_label"
  grep -qx "$2" <<<"$found"
}

# uninstall_chart NAMESPACE RELEASE, if it is ours.
uninstall_chart() {
  if ! made_by_us "$1" "$2"; then
    note "the release $2 in $1 was not created here, or is gone: leaving it as it is"
    return
  fi
  look=(pods_not_ready "$1")
  run helm uninstall "$2" --namespace "$1" --wait
}

# open_forward NAMESPACE SERVICE PORT: a service on a port of this machine until the run ends; sets url.
open_forward() {
  local command=(kubectl -n "$1" port-forward --address 127.0.0.1 "svc/$2" ":$3") output=$work/forward-$2 attempt
  if $dry_run; then
    note "$(quoted "${command[@]}") &"
    url=http://127.0.0.1:PORT
    return
  fi
  : >"$output"
  "${command[@]}" >>"$output" 2>&1 </dev/null &
  forwards+=($!)
  record_process "forward-$2" $! "$(quoted "${command[@]}")"
  for ((attempt = 0; attempt < 100; attempt++)); do
    url=$(sed -nE 's|^Forwarding from (127.0.0.1:[0-9]+) .*|http://\1|p;T;q' "$output")
    if [[ -n $url ]]; then return; fi
    if ! kill -0 $! 2>/dev/null; then break; fi
    sleep 0.1
  done
  cp "$output" "$work/output"
  failed "${command[@]}"
}
