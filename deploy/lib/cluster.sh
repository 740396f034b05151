# shellcheck shell=bash
# What there is in the cluster.

# kind_exists NAME.GROUP: of a resource that an operator brought. A dry run takes it for there.
kind_exists() {
  local found
  if ${option[dry-run]}; then return; fi
  found=$(kubectl get customresourcedefinition "$1" --ignore-not-found --output name 2>"$work/output") ||
    failed kubectl get customresourcedefinition "$1"
  [[ -n $found ]]
}
