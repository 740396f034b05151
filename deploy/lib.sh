# shellcheck shell=bash
# What a run says, and how it runs commands. Every command that changes something goes through `run` or `try`, so that
# a dry run can print it, a failure can explain it, and a signal can end it.

dry_run=false
assume_yes=false
again=$0
log=target/deploy.log
# A folder of this run's own, removed at its end; a dry run prints this name.
work=/tmp/cofrap-deploy
# The current step, what to type if it fails, and a command that lists what is not ready yet, one per line.
step=
hint=
look=()
# Seconds before a long command is first mentioned, and between later mentions.
patience=10
# The process being waited for, and the port-forwards of this run.
attended=
forwards=()

say() { printf '%s\n' "$@"; }
note() { printf '  %s\n' "$@"; }

# fail WHY [WHAT-TO-TYPE…]
fail() {
  printf '\n%s failed: %s\n' "${step:-start_full_demo.sh}" "$1" >&2
  if (($# > 1)); then
    echo "What to type:" >&2
    printf '  %s\n' "${@:2}" >&2
  fi
  exit 1
}

# confirm QUESTION: continues only after "y" or with --yes.
confirm() {
  if $assume_yes || $dry_run; then return; fi
  if ! [[ -t 0 ]]; then fail "$1 There is nobody to ask." "$again --yes"; fi
  local reply
  read -r -p "  $1 [y/N] " reply
  if [[ $reply != [yY]* ]]; then fail "cancelled"; fi
}

# quoted WORD…: as it could be typed.
quoted() {
  local word line=
  for word in "$@"; do
    if [[ ! $word =~ ^([A-Za-z0-9_@%+=:,./-]+|[A-Z]+=…)$ ]]; then word="'${word//\'/\'\\\'\'}'"; fi
    line+="${line:+ }$word"
  done
  printf '%s' "$line"
}

show() { note "$(quoted "$@")"; }

absolute() { if [[ $1 == /* ]]; then echo "$1"; else echo "$PWD/$1"; fi; }

# run COMMAND…: its output goes to the log, and to the reader if it fails. Never in a subshell: on a signal, the script
# could not end a command that a subshell is waiting for.
run() { try "$@" || failed "$@"; }

# try COMMAND…: the same, but the caller decides what a failure means.
try() {
  if $dry_run; then
    show "$@"
    return
  fi
  : >"$work/output"
  printf '\n$ %s\n' "$(quoted "$@")" >>"$log"
  attend "$(quoted "$@")" logged "$@"
}

logged() { "$@" </dev/null 2>&1 | tee -a "$log" >"$work/output"; }

# set_variable NAME VALUE: for the commands that follow.
set_variable() {
  if $dry_run; then show export "$1=$2"; fi
  export "$1=$2"
}

# already COMMAND…: whether there is nothing left to do; a dry run starts from nothing.
already() { ! $dry_run && "$@" >/dev/null 2>&1; }

# query COMMAND…: sets found to what it prints. If that cannot be found out, the run ends: nothing counts as absent, or
# as somebody else's, because a command failed.
query() { found=$("$@" 2>"$work/output") || failed "$@"; }

# failed COMMAND…: explains; its last output is in $work/output.
failed() {
  {
    printf '\n%s failed at\n  %s\nIts output ends with\n' "$step" "$(quoted "$@")"
    tail -n 12 "$work/output" | sed 's/^/  /'
    look_closer
    echo "What to do, and then to type:"
    printf '  %s\n' ${hint:+"$hint"} "$again"
    echo "The full output is in $(absolute "$log")"
  } >&2
  exit 1
}

# attend NAME COMMAND…: waits for COMMAND in the background, so that a signal ends both at once, and reports progress.
# COMMAND must redirect its own standard output.
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

# Prints the exit status. Ctrl-C reaches every process in the terminal, and this one must survive it to know what is
# still running.
with_status() {
  local status=0
  trap '' INT
  record_process attended "$BASHPID" "$name"
  "$@" || status=$?
  echo $status
}

still_waiting() {
  note "… $((SECONDS - began)) s: ${name:0:80}"
  tail -n 1 "$work/output" | sed -E $'s/\x1b\\[[0-9;?]*[A-Za-z]//g; s/[[:cntrl:]]//g; s/^(.{100}).*/\\1…/; s/^/      /' |
    grep '[^ ]' || true
  look_closer
}

look_closer() {
  if ((${#look[@]} > 0)); then "${look[@]}" 2>/dev/null | head -n 5 | sed 's/^/      /' || true; fi
}

# end_process PROCESS: ends it and everything it started; they have ten seconds to exit cleanly.
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

with_descendants() {
  local child
  echo "$1"
  for child in $(pgrep -P "$1"); do with_descendants "$child"; done
}

# A zombie, which nobody has waited for yet, does not run.
some_run() { [[ -n $(ps -o stat= -p "$(IFS=, && echo "$*")" | grep -v '^Z') ]]; }

# record_process FILE PROCESS WHAT: for the run after one that was killed without the processes it started.
record_process() { printf '%s %s\n%s\n' "$2" "$(start_of "$2")" "$3" >"$work/$1.process"; }

# Numbers are reused: a process is known by its number and its start.
start_of() { LC_ALL=C TZ=UTC ps -o lstart= -p "$1"; }

open_workspace() {
  if $dry_run; then return; fi
  trap close_workspace EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  remove_abandoned_workspaces
  work=$(mktemp -d "${TMPDIR:-/tmp}/cofrap-deploy.$$.XXXXXX")
  mkdir -p "${log%/*}"
  printf 'Started %s: %s\n' "$(date -u +%FT%TZ)" "$again" >"$log"
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

# end_recorded FOLDER: what is left of a killed run must not work on what the next run changes.
end_recorded() {
  local file recorded process what
  for file in "$1"/*.process; do
    { IFS= read -r recorded && IFS= read -r what; } 2>/dev/null <"$file" || continue
    process=${recorded%% *}
    if [[ $recorded == "$process $(start_of "$process")" ]] && some_run "$process"; then
      note "stopping what a killed run left running: $what"
      end_process "$process"
    fi
  done
}

close_workspace() {
  local process
  trap '' INT TERM HUP
  if [[ -n $attended ]]; then end_process "$attended"; fi
  for process in "${forwards[@]}"; do
    kill "$process" 2>/dev/null || true
    wait "$process" 2>/dev/null || true
  done
  rm -rf "$work"
}
