#!/usr/bin/env bash
# Sourced: errors, tools, options, and a folder for clear values that never outlives the script.
# shellcheck disable=SC2034 # some of it is read by who sources this
program=sealed-secrets/$(basename "$0")

fail() {
  echo "$program: $1" >&2
  exit 1
}

misused() {
  echo "$program: $1 (see --help)" >&2
  exit 2
}

# $1 is an option, $2 how many arguments are left with it, $3 its value.
need_value() {
  if (($2 < 2)) || [[ -z $3 ]]; then misused "$1 needs a value"; fi
}

need_tools() {
  local tool missing=()
  for tool in "$@"; do
    command -v "$tool" >/dev/null || missing+=("$program: $tool is missing: $(how_to_get "$tool")")
  done
  if ((${#missing[@]} == 0)); then return; fi
  printf '%s\n' "${missing[@]}" >&2
  exit 1
}

how_to_get() {
  case $1 in
    kubeseal) echo "install it (brew install kubeseal, or go install github.com/bitnami-labs/sealed-secrets/cmd/kubeseal@v0.27.1)" ;;
    kubectl) echo "install it (https://kubernetes.io/docs/tasks/tools/)" ;;
    *) echo "install it (apt install $1, or brew install $1)" ;;
  esac
}

# In memory where there is such a place. Signals end the script, and so empty it too.
private_folder() {
  local parent=/tmp
  if [[ -d /dev/shm && -w /dev/shm ]]; then parent=/dev/shm; fi
  parent=${TMPDIR:-$parent}
  umask 077
  work=$(mktemp -d "$parent/cofrap-secrets.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}
