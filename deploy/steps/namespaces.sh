# shellcheck shell=bash
title[namespaces]="Namespaces"

# That of an OpenFaaS of others is theirs to make.
namespaces_up() {
  local namespace namespaces=(openfaas-fn)
  if [[ ${option[openfaas]} == install ]]; then namespaces=(openfaas openfaas-fn); fi
  for namespace in "${namespaces[@]}"; do
    if already kubectl get namespace "$namespace"; then continue; fi
    run kubectl create namespace "$namespace"
    run kubectl label namespace "$namespace" "$made_label"
  done
}

# The functions' namespace would take the secrets with it.
namespaces_down() {
  remove_namespace openfaas
  if ${option[delete-secrets]}; then remove_namespace openfaas-fn; fi
}

# Only one that carries our mark, and in which nothing is left that others put there.
remove_namespace() {
  local namespace=$1 left
  if ! ${option[dry-run]}; then
    is_marked "$namespace" || {
      note "the namespace $namespace was not made here, or is gone: left as it is"
      return
    }
    left=$(left_in "$namespace") || fail "nobody can tell what is in the namespace $namespace" "$again"
    if [[ -n $left ]]; then
      note "the namespace $namespace stays, for it holds $(paste -sd ' ' <<<"$left")"
      return
    fi
  fi
  run kubectl delete namespace "$namespace"
}

is_marked() {
  kubectl get namespace --selector "$made_label" --field-selector "metadata.name=$1" --output name \
    2>/dev/null | grep -q .
}

left_in() {
  kubectl -n "$1" get deployments,statefulsets,daemonsets,cronjobs,persistentvolumeclaims --output name &&
    helm list --namespace "$1" --all --short
}
