# shellcheck shell=bash
# What people read, and how a run ends that cannot go on.

step=
hint=
problems=()

say() {
  printf '%s\n' "$@"
}

note() {
  printf '  %s\n' "$@"
}

# fail WHY [WHAT-TO-TYPE…]
fail() {
  printf '\n%s failed: %s\n' "${step:-start_full_demo.sh}" "$1" >&2
  shift
  if (($# > 0)); then
    echo "What to type:" >&2
    printf '  %s\n' "$@" >&2
  fi
  exit 1
}

# misused PROBLEM: recorded here; refuse_misuse reports all problems at once.
misused() {
  problems+=("$1")
}

refuse_misuse() {
  if ((${#problems[@]} == 0)); then return; fi
  {
    printf "start_full_demo.sh $door: %s\n" "${problems[@]}"
    if ! ${option[dry-run]}; then unusable_tools; fi
    echo "See ./start_full_demo.sh $door --help for the options."
  } >&2
  exit 2
}

# confirm QUESTION: goes on at "y" or --yes alone.
confirm() {
  if ${option[yes]}; then return; fi
  if ! [[ -t 0 ]]; then fail "$1 Nobody is there to answer." "$again --yes"; fi
  local answer
  read -r -p "  $1 [y/N] " answer
  if [[ $answer != [yY]* ]]; then fail "you said no: nothing was changed there"; fi
}
