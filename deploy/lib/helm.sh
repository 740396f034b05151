# shellcheck shell=bash
# Helm releases that this script made carry a label, and so are told from those it found.

made_label=made-by=cofrap-deploy

# install_chart NAMESPACE RELEASE REPOSITORY CHART VERSION GIVEN-CHART OPTION…
install_chart() {
  local namespace=$1 release=$2 source=("$4" --repo "$3" --version "$5")
  if [[ -n $6 ]]; then source=("$6"); fi
  shift 6
  install_release "$namespace" "$release" "${source[@]}" --create-namespace "$@"
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
  if ${option[dry-run]} || ! made_by_us "$1" "$2"; then return; fi
  query helm status "$2" --namespace "$1"
  case $(sed -n 's/^STATUS: //p' <<<"$found") in
    pending-install | uninstalling) run helm uninstall "$2" --namespace "$1" --wait ;;
    pending-upgrade | pending-rollback) run helm rollback "$2" --namespace "$1" ;;
  esac
}

# made_by_us NAMESPACE RELEASE: a dry run assumes that it is.
made_by_us() {
  local found
  if ${option[dry-run]}; then return; fi
  query helm list --namespace "$1" --all --short --selector "$made_label"
  grep -qx "$2" <<<"$found"
}

# uninstall_chart NAMESPACE RELEASE, if it is ours.
uninstall_chart() {
  if made_by_us "$1" "$2"; then
    look=(pods_not_ready "$1")
    run helm uninstall "$2" --namespace "$1" --wait
  else
    note "the release $2 in $1 was not made here, or is gone: left as it is"
  fi
}
