# shellcheck shell=bash
# What the tests share.

# Settings from the environment of whoever runs the tests.
unset CREDENTIAL_LIFETIME DB_POOL_SIZE HASH_THREADS LOG_LEVEL MAX_BODY_BYTES OTP_ISSUER SHUTDOWN_GRACE \
  SIGN_UPS_PER_MINUTE

# need_package PROGRAM PACKAGE
need_package() {
  local found=(/usr/lib/postgresql/*/bin/"$1")
  if command -v "$1" >/dev/null || [[ -x ${found[0]} ]]; then return; fi
  if ((EUID == 0)) && command -v apt-get >/dev/null; then
    echo "installing Debian's package $2"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y "$2"; } >/dev/null 2>&1 </dev/null || true
  fi
  hash -r
  found=(/usr/lib/postgresql/*/bin/"$1")
  if ! command -v "$1" >/dev/null && [[ ! -x ${found[0]} ]]; then
    wrong "$1 is missing: apt install $2"
  fi
}

wrong() {
  printf 'deploy/test: %s\n' "$@" >&2
  exit 1
}

# expect STATUS TEXT COMMAND…: ends so, and says so.
expect() {
  local status=0 said
  said=$("${@:3}" 2>&1 </dev/null) || status=$?
  if ((status != $1)) || [[ $said != *"$2"* ]]; then
    wrong "expected exit $1 and \"$2\" from: ${*:3}" "but it ended with $status and said:" "$said"
  fi
}
