# shellcheck shell=bash
title[namespaces]="Namespaces"

# If OpenFaaS is not installed by us, neither is its namespace. The mark is created together with the namespace.
namespaces_up() {
  local namespace namespaces=(openfaas-fn)
  if [[ ${option[openfaas]} == install ]]; then namespaces=(openfaas openfaas-fn); fi
  for namespace in "${namespaces[@]}"; do
    if is_ending "$namespace"; then
      await_end_of "$namespace" kubectl wait --for=delete "namespace/$namespace" --timeout 5m
    fi
    if already kubectl get namespace "$namespace"; then continue; fi
    run kubectl create --filename "deploy/namespaces/$namespace.yaml"
  done
}

# The functions' namespace would take the secrets with it.
namespaces_down() {
  remove_namespace openfaas
  if ${option[delete-secrets]}; then remove_namespace openfaas-fn; fi
}

# Only one that carries our mark, and in which nothing is left that others put there.
remove_namespace() {
  local namespace=$1 others=''
  if ! ${option[dry-run]}; then
    is_marked "$namespace" || {
      note "the namespace $namespace was not made here, or is gone: left as it is"
      return
    }
    is_ending "$namespace" || find_others "$namespace"
    if [[ -n $others ]]; then
      note "the namespace $namespace stays, because it contains $(paste -sd ' ' <<<"$others")"
      return
    fi
  fi
  await_end_of "$namespace" kubectl delete namespace "$namespace" --ignore-not-found --timeout 5m
}

# Kubernetes deletes the contents of a namespace first, and waits for whoever put finalizers on them.
await_end_of() {
  hint="kubectl -n $1 patch KIND/NAME --type merge --patch '{\"metadata\":{\"finalizers\":null}}'   # for each \
object that waits for a finalizer whose controller is gone"
  look=(what_holds "$1")
  run "${@:2}"
  hint=
  look=()
}

is_ending() {
  local found
  if ${option[dry-run]}; then return 1; fi
  query kubectl get namespace "$1" --ignore-not-found --output 'go-template={{.status.phase}}'
  [[ $found == Terminating ]]
}

what_holds() {
  kubectl get namespace "$1" --request-timeout 5s \
    --output 'go-template={{range .status.conditions}}{{if eq .status "True"}}{{.message}}{{"\n"}}{{end}}{{end}}'
}

is_marked() {
  local found
  query kubectl get namespace --selector "$made_label" --field-selector "metadata.name=$1" --output name
  [[ -n $found ]]
}

# Sets others to what is left in the namespace, one per line.
find_others() {
  local found
  query kubectl -n "$1" get deployments,statefulsets,daemonsets,cronjobs,persistentvolumeclaims --output name
  others=$found
  query helm list --namespace "$1" --all --short
  others+=${found:+${others:+$'\n'}$found}
}
