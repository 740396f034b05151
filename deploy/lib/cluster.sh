# shellcheck shell=bash
# What exists in the cluster.

# kind_exists NAME.GROUP: a custom resource definition. A dry run assumes that it exists.
kind_exists() {
  local found
  if ${option[dry-run]}; then return; fi
  found=$(kubectl get customresourcedefinition "$1" --ignore-not-found --output name 2>"$work/output") ||
    failed kubectl get customresourcedefinition "$1"
  [[ -n $found ]]
}
