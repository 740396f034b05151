# shellcheck shell=bash
# Helm releases that this script made carry a label, and so are told from those it found.

made_label=made-by=cofrap-deploy

# install_chart NAMESPACE RELEASE REPOSITORY CHART VERSION GIVEN-CHART OPTION…
install_chart() {
  local namespace=$1 release=$2 source=("$4" --repo "$3" --version "$5")
  if [[ -n $6 ]]; then source=("$6"); fi
  shift 6
  run helm upgrade --install "$release" "${source[@]}" --namespace "$namespace" --create-namespace \
    --labels "$made_label" --wait --timeout 5m "$@"
}

# made_by_us NAMESPACE RELEASE: a dry run takes it for ours.
made_by_us() {
  ${option[dry-run]} ||
    helm list --namespace "$1" --all --short --selector "$made_label" 2>/dev/null | grep -qx "$2"
}

# uninstall_chart NAMESPACE RELEASE, if it is ours.
uninstall_chart() {
  if made_by_us "$1" "$2"; then
    run helm uninstall "$2" --namespace "$1" --wait
  else
    note "the release $2 in $1 was not made here, or is gone: left as it is"
  fi
}
