# shellcheck shell=bash
# Waits for a command that runs in the background, so that a signal ends both at once, and reports progress.

# Seconds before a long command is first mentioned, and between later mentions.
patience=10
# The process being waited for.
attended=
# A command that prints what is not ready yet, one per line; steps that have one set it.
look=()

# attend NAME COMMAND…: COMMAND must redirect its own standard output.
attend() {
  local name=$1 began=$SECONDS ended status
  shift
  exec {ended}< <(with_status "$@" 2>/dev/null)
  attended=$!
  until read -r -t "$patience" -u "$ended" status || (($? <= 128)); do still_waiting; done
  exec {ended}<&-
  attended=
  return "${status:-1}"
}

# Prints the exit status. Ctrl-C reaches every process in the terminal, and this one must survive it to know
# what is still running.
with_status() {
  local status=0
  trap '' INT
  "$@" || status=$?
  echo $status
}

still_waiting() {
  local line=${name:0:80}
  note "… $((SECONDS - began)) s: $line"
  tail -n 1 "$work/output" | sed -E $'s/\x1b\\[[0-9;?]*[A-Za-z]//g; s/[[:cntrl:]]//g; s/^(.{100}).*/\\1…/; s/^/      /' |
    grep '[^ ]' || true
  look_closer
}

look_closer() {
  if ((${#look[@]} > 0)); then "${look[@]}" 2>/dev/null | head -n 5 | sed 's/^/      /' || true; fi
}

# pods_not_ready NAMESPACE
pods_not_ready() {
  local pod ready state
  kubectl -n "$1" get pods --no-headers --request-timeout 5s | while read -r pod ready state _; do
    if [[ $state != Completed && ${ready%/*} != "${ready#*/}" ]]; then echo "$pod: $state"; fi
  done
}

# Ends the command and everything it started; they have ten seconds to exit cleanly.
end_attended() {
  if [[ -z $attended ]]; then return 0; fi
  local processes attempt
  mapfile -t processes < <(with_descendants "$attended")
  attended=
  kill "${processes[@]}" 2>/dev/null || return 0
  for ((attempt = 0; attempt < 100; attempt++)); do
    if ! kill -0 "${processes[@]}" 2>/dev/null; then return 0; fi
    sleep 0.1
  done
  kill -KILL "${processes[@]}" 2>/dev/null || true
}

with_descendants() {
  local child
  echo "$1"
  for child in $(pgrep -P "$1"); do with_descendants "$child"; done
}
