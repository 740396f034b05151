#!/usr/bin/env bash
# Sourced by seal: what is in force at first, and what becomes of each secret in the end.
# shellcheck disable=SC2154 # work, out, keep, cert and apply are set by who sources this

# Puts what is in force into $work/now, or notes that there is a manifest alone, which is then held.
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
  if [[ ! -f $out/$name.yaml ]]; then return; fi
  if $apply; then put_back "$name"; else : >"$work/held.$name"; fi
}

# Nothing of another cluster's is applied: it would stand in the way of what comes next.
put_back() {
  local name=$1 file=$out/$1.yaml
  opens "$file" ||
    fail "$file does not open in this cluster: $(tail -n 1 "$work/complaint"). \
See 'When a secret cannot be opened' in sealed-secrets/README.md"
  apply_sealed "$name" "$file"
  read_secret "$name" "$work/now/$name" || fail "$name was unsealed, but there is no such Secret"
  : >"$work/back.$name"
}

opens() {
  kubeseal --validate <"$1" 2>"$work/complaint"
}

is_held() {
  [[ -f $work/held.$1 ]]
}

settle() {
  local name=$1 file=$out/$1.yaml state
  if is_held "$name"; then
    echo "$name: kept, $file is there (other values are sealed with --replace $name)"
  elif is_changed "$name"; then
    put "$name"
    echo "$name: $(paste -sd, "$work/told.$name" | sed 's/,/, /g')"
  else
    state=$(sealed_state "$name") || exit 1
    if [[ ! -f $file && ($state == Synced || -z $state) ]]; then
      seal_into "$name" "$work/values/$name" "$file"
    elif [[ -n $state ]] && ! { is_current "$name" "$file" && opens "$file"; }; then
      put "$name"
    fi
    if [[ -f $work/back.$name ]]; then
      echo "$name: kept, put back from $file"
    else
      echo "$name: kept as it is in the cluster"
    fi
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
