# shellcheck shell=bash
# What exists in the cluster. If that cannot be found out, the run ends: it must not count as absent.

# query COMMAND…: sets found to what it prints.
query() {
  found=$("$@" 2>"$work/output") || failed "$@"
}

# kind_exists NAME.GROUP: a custom resource definition. A dry run assumes that it exists.
kind_exists() {
  local found
  if ${option[dry-run]}; then return; fi
  query kubectl get customresourcedefinition "$1" --ignore-not-found --output name
  [[ -n $found ]]
}

# deployment_exists NAMESPACE NAME
deployment_exists() {
  local found
  query kubectl -n "$1" get deployment "$2" --ignore-not-found --output name
  [[ -n $found ]]
}
