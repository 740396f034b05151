# shellcheck shell=bash
title[namespaces]="Namespaces"

namespaces_up() {
  local namespace found=''
  for namespace in openfaas openfaas-fn; do
    $dry_run || query kubectl get namespace "$namespace" --ignore-not-found --output 'go-template={{.status.phase}}'
    if [[ $found == Terminating ]]; then
      await_end_of "$namespace"
    elif [[ -n $found ]]; then
      continue
    fi
    # An OpenFaaS that is present has its namespace.
    if [[ $namespace == openfaas && $OPENFAAS == present ]]; then continue; fi
    run kubectl create namespace "$namespace"
  done
}

# Kubernetes deletes the contents of a namespace first, and waits for whoever put finalizers on them.
await_end_of() {
  hint="kubectl -n $1 patch KIND/NAME --type merge --patch '{\"metadata\":{\"finalizers\":null}}'   # for each object that \
waits for a finalizer whose controller is gone"
  look=(what_holds "$1")
  run kubectl wait --for=delete "namespace/$1" --timeout 5m
  hint=
  look=()
}

what_holds() {
  kubectl get namespace "$1" --request-timeout 5s \
    --output 'go-template={{range .status.conditions}}{{if eq .status "True"}}{{.message}}{{"\n"}}{{end}}{{end}}'
}

# They may contain what others put there.
namespaces_down() {
  note "kept, because others may use them; to delete them:" "  kubectl delete namespace openfaas openfaas-fn"
}
