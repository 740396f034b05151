#!/usr/bin/env bash
# Sourced by seal: what is in force at first, and what becomes of each secret in the end.
# shellcheck disable=SC2154 # work, out, keep, cert and apply are set by who sources this

# Puts what is in force into $work/now. Without a cluster there is no way to look inside an existing
# manifest, so it is kept as it is.
look_up() {
  local name=$1 state=''
  if [[ -z $cert ]]; then
    if read_secret "$name" "$work/now/$name"; then return; fi
    state=$(sealed_state "$name") || exit 1
  fi
  if is_replaced "$name"; then return; fi
  [[ -z $state ]] ||
    fail "the SealedSecret $name is in the cluster without its Secret; the controller says: $state. \
See 'When a secret cannot be opened' in sealed-secrets/README.md"
  if [[ -z $out || ! -f $out/$name.yaml ]]; then return; fi
  [[ -n $cert ]] ||
    fail "$name is not in the cluster, but $out/$name.yaml is there. kubectl apply -f $out/$name.yaml \
puts it back, if this cluster can open it; --replace $name replaces it with a new one"
  : >"$work/held.$name"
}

# Whether the controller could still open what is in the cluster.
opens() {
  sealed_manifest "$1" | kubeseal --validate 2>"$work/complaint"
}

is_held() {
  [[ -f $work/held.$1 ]]
}

settle() {
  local name=$1 state
  if is_held "$name"; then
    echo "$name: kept, $out/$name.yaml is there (other values are sealed with --replace $name)"
  elif is_changed "$name"; then
    put "$name"
    echo "$name: $(paste -sd, "$work/told.$name" | sed 's/,/, /g')"
  else
    state=$(sealed_state "$name") || exit 1
    if [[ $state == Synced ]] && opens "$name"; then
      copy_out "$name"
    elif [[ -n $state ]]; then
      put "$name"
    elif [[ -n $out ]]; then
      seal_into "$name" "$work/values/$name" "$out/$name.yaml"
    fi
    echo "$name: kept as it is in the cluster"
  fi
}

put() {
  if $apply; then
    publish "$1" "$work/values/$1"
  else
    seal_into "$1" "$work/values/$1" "$out/$1.yaml"
  fi
}

check_passwords_known() {
  local name
  for name in db-creds purge-creds; do
    if is_held "$name" && [[ ! -f $keep/$name/DB_PASSWORD ]]; then
      fail "$name is kept sealed in $out, and its password cannot be read back from there"
    fi
  done
}

hand_over_passwords() {
  local name
  for name in db-creds purge-creds; do
    if is_held "$name"; then continue; fi
    mkdir -p "$keep/$name"
    rm -f "$keep/$name/DB_PASSWORD"
    cat "$work/values/$name/DB_PASSWORD" >"$keep/$name/DB_PASSWORD"
  done
}
