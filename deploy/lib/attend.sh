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
  record_process attended "$BASHPID" "$name"
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

end_attended() {
  if [[ -z $attended ]]; then return 0; fi
  local process=$attended
  attended=
  end_process "$process"
}

# Ends the process and everything it started; they have ten seconds to exit cleanly.
end_process() {
  local processes attempt
  mapfile -t processes < <(with_descendants "$1")
  kill "${processes[@]}" 2>/dev/null || return 0
  for ((attempt = 0; attempt < 100; attempt++)); do
    if ! some_run "${processes[@]}"; then return 0; fi
    sleep 0.1
  done
  kill -KILL "${processes[@]}" 2>/dev/null || true
}

# A zombie, which nobody has waited for yet, does not run.
some_run() {
  [[ -n $(ps -o stat= -p "$(IFS=, && echo "$*")" | grep -v '^Z') ]]
}

# record_process FILE PROCESS WHAT, for the run after one that was killed without the processes it started.
record_process() {
  printf '%s %s\n%s\n' "$2" "$(start_of "$2")" "$3" >"$work/$1.process"
}

# Numbers are reused: a process is known by its number and its start.
start_of() { LC_ALL=C TZ=UTC ps -o lstart= -p "$1"; }

# end_recorded FOLDER: what is left of a killed run must not work on what the next run changes.
end_recorded() {
  local file recorded process start what
  for file in "$1"/*.process; do
    if [[ ! -s $file ]]; then continue; fi
    { IFS= read -r recorded && IFS= read -r what; } <"$file" || continue
    process=${recorded%% *}
    if start=$(start_of "$process") && [[ $recorded == "$process $start" ]] && some_run "$process"; then
      note "ending what a killed run left running: $what"
      end_process "$process"
    fi
  done
}

with_descendants() {
  local child
  echo "$1"
  for child in $(pgrep -P "$1"); do with_descendants "$child"; done
}
