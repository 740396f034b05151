# shellcheck shell=bash
# Every command that changes something goes through one of these, and a dry run prints it instead.

log=target/deploy.log

# run COMMAND…: its output goes to the log, and to the reader if it fails. Never in a subshell: on a signal,
# the script could not end a command that a subshell is waiting for.
run() {
  try "$@" || failed "$@"
}

# try COMMAND…: the same, but the caller decides what a failure means.
try() {
  if ${option[dry-run]}; then
    show "$@"
    return
  fi
  begin "$@"
  attend "$(quoted "$@")" logged "$@"
}

# pipe COMMAND… '|' COMMAND…: what passes between the two is shown nowhere.
pipe() {
  if ${option[dry-run]}; then
    show "$@"
    return
  fi
  local all=("$@") left=()
  while [[ $1 != '|' ]]; do
    left+=("$1")
    shift
  done
  shift
  begin "${all[@]}"
  attend "$(quoted "$@")" logged piped "$@" || failed "${all[@]}"
}

piped() { "${left[@]}" | "$@"; }

# run_into FILE COMMAND…: for a secret, which is neither shown nor logged.
run_into() {
  local file=$1
  shift
  if ${option[dry-run]}; then
    show "$@" '>' "$file"
    return
  fi
  begin "$@" '>' "$file"
  attend "$(quoted "$@")" written "$@" || failed "$@" '>' "$file"
  mv "$file.new" "$file"
}

logged() { "$@" </dev/null 2>&1 | tee -a "$log" >"$work/output"; }

written() { (umask 077 && "$@" </dev/null >"$file.new" 2>"$work/output"); }

# set_variable NAME VALUE, for the commands that follow.
set_variable() {
  if ${option[dry-run]}; then show export "$1=$2"; fi
  export "$1=$2"
}

begin() {
  : >"$work/output"
  printf '\n$ %s\n' "$(quoted "$@")" >>"$log"
}

# already COMMAND…: whether there is nothing left to do; a dry run starts from nothing.
already() {
  ! ${option[dry-run]} && "$@" >/dev/null 2>&1
}

# failed COMMAND…, whose last words are in $work/output.
failed() {
  {
    printf '\n%s failed at\n  %s\nwhich said\n' "$step" "$(quoted "$@")"
    tail -n 12 "$work/output" | sed 's/^/  /'
    look_closer
    echo "What to do, and then to type:"
    printf '  %s\n' ${hint:+"$hint"} "$again"
    echo "All that was said is in $(absolute "$log")"
  } >&2
  exit 1
}

absolute() {
  if [[ $1 == /* ]]; then echo "$1"; else echo "$PWD/$1"; fi
}
