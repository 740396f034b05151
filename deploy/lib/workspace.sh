# shellcheck shell=bash
# A folder of this run alone, for secrets on their way, and what runs beside it: both end with the run.

work=/tmp/cofrap-deploy
forwards=()

open_workspace() {
  if ${option[dry-run]}; then return; fi
  trap close_workspace EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  work=$(mktemp -d "${TMPDIR:-/tmp}/cofrap-deploy.XXXXXX")
  mkdir -p "${log%/*}"
  printf 'Begun %s: %s\n' "$(date -u +%FT%TZ)" "$again" >"$log"
  # faas-cli keeps the gateway's password where this points.
  export OPENFAAS_CONFIG=$work/faas-cli
}

close_workspace() {
  local pid
  for pid in "${forwards[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  forwards=()
  rm -rf "$work"
}
