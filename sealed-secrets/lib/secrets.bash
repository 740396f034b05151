#!/usr/bin/env bash
# Sourced: which secrets there are, how their values are made, and what values may be.

# shellcheck disable=SC2034 # read by who sources this
names=(db-creds mfa-key ticket-key purge-creds)

# OpenFaaS fixes at deploy time which keys of a secret it mounts, and a pod without one of them does
# not start: so every key is always there, and the lists of further keys are empty at first.
keys_of() {
  case $1 in
    db-creds | purge-creds) echo DB_PASSWORD DB_CA_CERT ;;
    mfa-key) echo MFA_KEY_B64 MFA_KEYS_READ_B64 ;;
    ticket-key) echo TICKET_KEY_B64 TICKET_KEYS_READ_B64 ;;
    *) return 1 ;;
  esac
}

has_key() {
  [[ " $(keys_of "$1") " == *" $2 "* ]]
}

# Prints a new value for a key; nothing can make up a certificate.
generate() {
  case $1 in
    DB_PASSWORD) openssl rand -hex 32 | tr -d '\n' ;;
    *_KEY_B64) openssl rand -base64 32 | tr -d '\n' ;;
    *_KEYS_READ_B64) ;;
    *) return 1 ;;
  esac
}

# Says what is wrong with a value, never the value.
check_value() {
  local name=$1 key=$2 file=$3
  case $key in
    DB_PASSWORD)
      [[ $(grep -c . "$file") == 1 ]] || fail "$name/$key must be one line that is not empty"
      ;;
    *_KEY_B64)
      if [[ $(grep -c . "$file") != 1 ]] || ! only_keys "$file"; then
        fail "$name/$key must be 32 bytes in base64 (openssl rand -base64 32)"
      fi
      ;;
    *_KEYS_READ_B64)
      only_keys "$file" || fail "$name/$key must be keys of 32 bytes in base64, or empty"
      ;;
    DB_CA_CERT)
      openssl x509 -noout -in "$file" 2>/dev/null || fail "$name/$key must be a certificate in PEM"
      ;;
  esac
}

# Keys stand apart by blanks, line breaks or commas, as the functions read them.
only_keys() {
  ! tr -s ',[:space:]' '\n' <"$1" | grep . | grep -vxE '[A-Za-z0-9+/]{43}=' >/dev/null
}

# The name that ciphertexts give a key: SecretKey.id() of the functions.
key_id() {
  openssl base64 -d -A | openssl dgst -sha256 -r | cut -c 1-16 | tr -d '\n'
}
