#!/usr/bin/env bash
# Sourced by rotate: a key that the functions write with changes while they run.
# shellcheck disable=SC2154 # secret, writing, reading, values, work and dry_run are set by who sources this

# Every replica can read with the new key before the first one writes with it. Run again after a
# failure, goes on with the key that was begun with.
rotate_key() {
  local functions
  read -ra functions <<<"$(functions_with "$secret")"
  if ! $dry_run; then check_mounted "$reading" "${functions[@]}"; fi
  step "1. a new key in $reading, so that all can read with it" add_reading_key
  step "2. restart ${functions[*]}" restart "${functions[@]}"
  step "3. the new key in $writing, the old one in $reading" write_with_new_key
  step "4. restart ${functions[*]}" restart "${functions[@]}"
}

add_reading_key() {
  load "$secret" "$reading"
  if [[ -f $values/.next-key ]]; then
    echo "   (going on with the one that was begun with)"
    return
  fi
  generate "$writing" >"$work/new"
  key_id <"$work/new" >"$values/.next-key"
  append "$work/new" "$values/$reading"
  publish "$secret" "$values"
}

write_with_new_key() {
  local key next
  load "$secret" "$reading"
  next=$(cat "$values/.next-key" 2>/dev/null) || fail "another run of this has finished meanwhile"
  cp "$values/$writing" "$work/old"
  : >"$work/new"
  while read -r key; do
    if [[ $(printf '%s' "$key" | key_id) == "$next" ]]; then
      printf '%s' "$key" >"$work/new"
    else
      printf '%s' "$key" >"$work/one"
      append "$work/one" "$work/old"
    fi
  done < <(keys_in "$values/$reading")
  [[ -s $work/new ]] || fail "the new key $next is not in $reading of $secret"
  mv "$work/new" "$values/$writing"
  mv "$work/old" "$values/$reading"
  rm "$values/.next-key"
  publish "$secret" "$values"
}

drop_old_keys() {
  local functions
  read -ra functions <<<"$(functions_with "$secret")"
  if ! $dry_run; then
    load "$secret" "$reading"
    if [[ -f $values/.next-key ]]; then fail "a rotation of $secret is under way: end it first"; fi
    if [[ -z $(keys_in "$values/$reading") ]]; then fail "$secret has no old keys"; fi
    ask_about_drop "$(key_id <"$values/$writing")"
  fi
  step "1. no key but the one in $writing" publish_without_old_keys
  step "2. restart ${functions[*]}" restart "${functions[@]}"
}

# What still needs an old key can be seen in the database.
ask_about_drop() {
  if [[ $secret == ticket-key ]]; then
    echo "Tickets of the old key are refused from now on; they live ten minutes."
    return
  fi
  cat <<SQL
Authenticator secrets that an old key sealed cannot be read again. This must answer 0:
  SELECT (SELECT count(*) FROM users WHERE mfa NOT LIKE 'v1.$1.%')
       + (SELECT count(*) FROM pending_credentials WHERE mfa NOT LIKE 'v1.$1.%');
SQL
  echo "Type drop to go on:"
  local answer=''
  read -r answer || true
  [[ $answer == drop ]] || fail "nothing was changed"
}

publish_without_old_keys() {
  : >"$values/$reading"
  publish "$secret" "$values"
}

append() {
  if [[ -s $2 ]]; then echo >>"$2"; fi
  cat "$1" >>"$2"
}

keys_in() {
  tr -s ',[:space:]' '\n' <"$1" | grep . || true
}
