# shellcheck shell=bash
title[secrets]="Secrets, sealed"

# Values in use are kept. The database's passwords go on to the step that sets them there.
secrets_up() {
  hint="kubectl -n openfaas-fn describe sealedsecrets"
  local options=(--ca "$db_ca" --keep "$work/passwords")
  if [[ $door == k3d ]]; then restore_mfa_key; fi
  if [[ $door == k3d ]] && ! already kubectl -n openfaas-fn get secret mfa-key; then
    if [[ -d $home/secrets ]]; then options+=(--from "$home/secrets"); fi
  fi
  run sealed-secrets/seal --apply "${options[@]}"
  if [[ $door == k3d ]]; then keep_mfa_key; fi
}

# The data outlives k3d's cluster: without this key nobody in it could log in again. At every moment
# there is a complete copy, either in its place or in mfa-key.former.
keep_mfa_key() {
  local folder=$home/secrets/mfa-key new=$home/mfa-key.new former=$home/mfa-key.former key
  restore_mfa_key
  run rm -rf "$new"
  run mkdir -p -m 700 "$home/secrets" "$new"
  for key in MFA_KEY_B64 MFA_KEYS_READ_B64; do
    run_into "$new/$key" kubectl -n openfaas-fn get secret mfa-key \
      --output "go-template={{index .data \"$key\" | base64decode}}"
  done
  run sync "$new/MFA_KEY_B64" "$new/MFA_KEYS_READ_B64"
  if already test -d "$folder"; then
    run rm -rf "$former"
    run mv "$folder" "$former"
  fi
  run mv "$new" "$folder"
  run rm -rf "$former"
}

restore_mfa_key() {
  if already test -d "$home/mfa-key.former" && ! already test -d "$home/secrets/mfa-key"; then
    run mv "$home/mfa-key.former" "$home/secrets/mfa-key"
  fi
}

secrets_down() {
  if ! ${option[delete-secrets]}; then
    note "kept: without mfa-key nobody who has an account could log in again (--delete-secrets)"
    return
  fi
  local kind names=(db-creds mfa-key ticket-key purge-creds)
  for kind in sealedsecrets.bitnami.com secrets; do
    if [[ $kind == secrets ]] || kind_exists "$kind"; then
      run kubectl -n openfaas-fn delete "$kind" "${names[@]}" --ignore-not-found --timeout 2m
    fi
  done
}
