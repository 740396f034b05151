# shellcheck shell=bash
# A folder of this run alone, for secrets on their way, and what runs beside it: both end with the run.

work=/tmp/cofrap-deploy
forwards=()

open_workspace() {
  if ${option[dry-run]}; then return; fi
  trap close_workspace EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  remove_abandoned_workspaces
  work=$(mktemp -d "${TMPDIR:-/tmp}/cofrap-deploy.$$.XXXXXX")
  mkdir -p "${log%/*}"
  printf 'Begun %s: %s\n' "$(date -u +%FT%TZ)" "$again" >"$log"
  # faas-cli keeps the gateway's password where this points.
  export OPENFAAS_CONFIG=$work/faas-cli
}

# A killed run could not remove its workspace, which contains passwords, nor end the command it was waiting for.
remove_abandoned_workspaces() {
  local folder process
  for folder in "${TMPDIR:-/tmp}"/cofrap-deploy.*.*; do
    process=${folder##*/cofrap-deploy.}
    if [[ -O $folder ]] && ! kill -0 "${process%%.*}" 2>/dev/null; then
      end_recorded "$folder"
      rm -rf "$folder"
    fi
  done
}

close_workspace() {
  local pid
  trap '' INT TERM HUP
  end_attended
  for pid in "${forwards[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  forwards=()
  rm -rf "$work"
}
