# shellcheck shell=bash
title[namespaces]="Namespaces"

namespaces_up() {
  local namespace
  for namespace in openfaas openfaas-fn; do
    if already kubectl get namespace "$namespace"; then continue; fi
    run kubectl create namespace "$namespace"
    run kubectl label namespace "$namespace" "$made_label"
  done
}

# The label says whether they are ours. The functions' namespace would take the secrets with it.
namespaces_down() {
  local namespace namespaces=(openfaas)
  if ${option[delete-secrets]}; then namespaces+=(openfaas-fn); fi
  for namespace in "${namespaces[@]}"; do
    run kubectl delete namespace --selector "$made_label" --field-selector "metadata.name=$namespace"
  done
}
