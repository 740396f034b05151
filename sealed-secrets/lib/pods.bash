#!/usr/bin/env bash
# Sourced by rotate: the functions that hold a secret, and their pods.
# shellcheck disable=SC2154 # work and namespace are set by who sources this

functions_with() {
  case $1 in
    mfa-key) echo generate-2fa authenticate-user ;;
    ticket-key) echo generate-password authenticate-user ;;
    db-creds) echo generate-password generate-2fa authenticate-user ;;
  esac
}

load() {
  local name=$1 key=$2
  read_secret "$name" "$work/$name" ||
    fail "there is no secret $name in namespace $namespace: sealed-secrets/seal --apply makes it"
  [[ -f $work/$name/$key ]] ||
    fail "$name has no $key yet: sealed-secrets/seal --apply adds it, then run faas-cli deploy"
}

# Functions mount the keys that the secret had when they were deployed, and no other.
check_mounted() {
  local key=$1 function keys
  shift
  for function in "$@"; do
    keys=$(in_namespace get deployment "$function" \
      -o jsonpath='{.spec.template.spec.volumes[*].projected.sources[*].secret.items[*].key}') ||
      fail "cannot read the function $function in namespace $namespace"
    [[ " $keys " == *" $key "* ]] ||
      fail "$function does not mount $key, as it was deployed before the secret had it: \
run faas-cli deploy, then this again"
  done
}

# Functions read secrets at start. Ends when no pod is left, in whatever state, that read the old ones.
restart() {
  local function old
  old=$(in_namespace get pods -l "faas_function in ($(list "$@"))" -o name \
    --field-selector status.phase!=Failed,status.phase!=Succeeded) ||
    fail "cannot list the pods of $*"
  for function in "$@"; do
    in_namespace rollout restart "deployment/$function" >/dev/null || fail "cannot restart $function"
  done
  for function in "$@"; do
    kubectl --namespace "$namespace" rollout status "deployment/$function" --timeout=180s >/dev/null ||
      fail "$function did not come up again: kubectl --namespace $namespace logs deployment/$function"
  done
  if [[ -z $old ]]; then return; fi
  # shellcheck disable=SC2086 # names of pods, which have no blanks
  kubectl --namespace "$namespace" wait --for=delete $old --timeout=120s >/dev/null ||
    fail "pods with the old secret are still there: run this again"
}

list() {
  local IFS=,
  echo "$*"
}
