#!/usr/bin/env bash
# Sourced: Secrets and SealedSecrets in the cluster of the current kubectl context.
# shellcheck disable=SC2154 # here, work, namespace and out are set by who sources this
readonly wait_seconds=60

in_namespace() {
  kubectl --namespace "$namespace" --request-timeout=15s "$@"
}

# Reads a Secret into a folder, a file for each key. 1 if there is none; ends if nobody can tell.
read_secret() {
  local name=$1 folder=$2 key value
  in_namespace get secret "$name" --ignore-not-found \
    -o "go-template-file=$here/lib/secret.gotmpl" >"$work/secret" ||
    fail "cannot read the secret $name in namespace $namespace"
  [[ -s $work/secret ]] || return 1
  rm -rf "$folder"
  mkdir -p "$folder"
  while read -r key value; do
    case $key in
      '' | Secret) ;;
      .next-key) printf '%s' "$value" >"$folder/$key" ;;
      *) printf '%s' "$value" | openssl base64 -d -A >"$folder/$key" ;;
    esac || fail "cannot hold $key of the secret $name in $work"
  done <"$work/secret"
  rm "$work/secret"
}

# Prints "Synced" once the controller has unsealed the newest SealedSecret, else its reason.
# Prints nothing when there is none.
sealed_state() {
  in_namespace get sealedsecret "$1" --ignore-not-found \
    -o "go-template-file=$here/lib/state.gotmpl" ||
    fail "cannot read the SealedSecret $1 in namespace $namespace"
}

wait_synced() {
  local name=$1 state end=$((SECONDS + wait_seconds))
  while true; do
    state=$(sealed_state "$name") || exit 1
    if [[ $state == Synced ]]; then return; fi
    ((SECONDS < end)) ||
      fail "$name was applied, but not unsealed in $wait_seconds seconds: ${state:-it is gone}"
    sleep 1
  done
}

# Creates what was not there: of two runs at once, one fails instead of replacing the other's keys.
apply_sealed() {
  local name=$1 file=$2 state verb=(apply)
  state=$(sealed_state "$name") || exit 1
  if [[ -z $state ]]; then verb=(create --save-config); fi
  in_namespace "${verb[@]}" -f "$file" >/dev/null || fail "the cluster did not take $file"
  wait_synced "$name"
}

# Seals the values of a folder, applies them, and looks whether they arrived.
publish() {
  local name=$1 values=$2 file=$work/$1.yaml
  check_managed "$name"
  seal_into "$name" "$values" "$file"
  apply_sealed "$name" "$file"
  read_secret "$name" "$work/arrived" ||
    fail "$name was unsealed, but there is no such Secret in namespace $namespace"
  diff -rq "$values" "$work/arrived" >/dev/null || fail "the Secret $name is not what was sealed"
  copy_out "$name"
}

# For Git: a copy of what the cluster has. Nothing is read back from there.
copy_out() {
  if [[ -z $out ]]; then return; fi
  sealed_manifest "$1" >"$work/copy"
  cp "$work/copy" "$out/$1.yaml.part"
  mv "$out/$1.yaml.part" "$out/$1.yaml"
}

sealed_manifest() {
  in_namespace get sealedsecret "$1" -o "go-template-file=$here/lib/manifest.gotmpl" ||
    fail "cannot read the SealedSecret $1 in namespace $namespace"
}

# The controller leaves a Secret alone that was made by other means, unless that is allowed.
check_managed() {
  local marks
  marks=$(in_namespace get secret "$1" --ignore-not-found -o jsonpath='{.kind}
{.metadata.ownerReferences[*].kind}{.metadata.annotations.sealedsecrets\.bitnami\.com/managed}') ||
    fail "cannot read the secret $1 in namespace $namespace"
  [[ -z $marks || $marks == *SealedSecret* || $marks == *true ]] ||
    fail "the Secret $1 was not made from a SealedSecret. To hand it over to the controller, type: \
kubectl --namespace $namespace annotate secret $1 sealedsecrets.bitnami.com/managed=true"
}
