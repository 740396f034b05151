# shellcheck shell=bash
title[secrets]="Secrets, sealed"

# Values in use are kept. The database's passwords go on to the step that sets them there.
secrets_up() {
  hint="kubectl -n openfaas-fn describe sealedsecrets"
  run sealed-secrets/seal --apply --ca "$DB_CA" --keep "$work/admin"
}

secrets_down() {
  if ! $delete_secrets; then
    note "kept: without mfa-key, nobody with an account could log in again (--delete-secrets deletes them)"
    return
  fi
  local kind names
  mapfile -t names < <(awk -F '\t' '!/^#/ && $5 != "devstack" { print $1 }' sealed-secrets/secrets.tsv | uniq)
  for kind in sealedsecrets.bitnami.com secrets; do
    if [[ $kind == secrets ]] || kind_exists "$kind"; then
      run kubectl -n openfaas-fn delete "$kind" "${names[@]}" --ignore-not-found --timeout 2m
    fi
  done
}
