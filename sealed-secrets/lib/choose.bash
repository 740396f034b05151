#!/usr/bin/env bash
# Sourced by seal: which value each key of a secret gets, and how that is told.
# shellcheck disable=SC2154 # work, from, ca and replace are set by who sources this

# Clear copies of what was given, checked: a file that is named wrongly must not go unnoticed.
collect_given() {
  local file name key
  if [[ -n $from ]]; then
    [[ -d $from ]] || fail "there is no folder $from"
    for file in "$from"/* "$from"/*/*; do
      if [[ -d $file ]] || [[ ! -e $file && $file == *'*' ]]; then continue; fi
      key=${file##*/} name=${file%/*} name=${name##*/}
      if [[ ${file%/*} == "$from" ]] || ! has_key "$name" "$key"; then
        fail "$file is no value of a secret: see --help for their names"
      fi
      give "$name" "$key" "$file"
    done
  fi
  if [[ -n $ca ]]; then
    give db-creds DB_CA_CERT "$ca"
    give purge-creds DB_CA_CERT "$ca"
  fi
}

give() {
  [[ -r $3 ]] || fail "cannot read $3"
  mkdir -p "$work/given/$1"
  cat "$3" >"$work/given/$1/$2"
  check_value "$1" "$2" "$work/given/$1/$2"
}

# Fills $work/values/NAME from what is in force, what was given, and what is generated.
choose_values() {
  local name=$1 key now=$work/now/$1 values=$work/values/$1
  mkdir -p "$values"
  if [[ -d $now ]]; then cp -R "$now/." "$values"; fi
  for key in $(keys_of "$name"); do
    choose_value "$name" "$key" "$now/$key" "$work/given/$name/$key" "$values/$key"
  done
}

choose_value() {
  local name=$1 key=$2 now=$3 given=$4 value=$5
  if [[ -f $given ]]; then
    if [[ -f $now ]] && cmp -s "$given" "$now"; then return; fi
    if [[ -f $now && $key != DB_CA_CERT ]] && ! is_replaced "$name"; then
      fail "the given $name/$key is not the one in use, which stays: nothing was changed. \
--replace $name takes the given one; to change keys under way, see sealed-secrets/README.md"
    fi
    cp "$given" "$value"
    tell "$name" taken "$key"
  elif [[ ! -f $now ]] || { is_replaced "$name" && is_renewed "$key"; }; then
    generate "$key" >"$value" ||
      fail "$name needs $key: name the certificate of the database's authority with --ca FILE"
    tell "$name" made "$key"
  fi
}

# Certificates and the keys that only read stay until others are given.
is_renewed() {
  [[ $1 == DB_PASSWORD || $1 == *_KEY_B64 ]]
}

is_replaced() {
  [[ " $replace " == *" $1 "* ]]
}

tell() {
  printf '%s %s\n' "$2" "$3" >>"$work/told.$1"
}

is_changed() {
  [[ -f $work/told.$1 ]]
}
