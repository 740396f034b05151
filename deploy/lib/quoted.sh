# shellcheck shell=bash
# Command lines as they could be typed.

# quoted WORD…: on one line.
quoted() {
  local word line=()
  for word in "$@"; do line+=("$(quoted_word "$word")"); done
  printf '%s' "${line[*]}"
}

quoted_word() {
  if [[ $1 =~ ^([A-Za-z0-9_@%+=:,./-]+|[|>&]|[A-Z]+=…)$ ]]; then
    printf '%s' "$1"
  else
    printf "'%s'" "${1//\'/\'\\\'\'}"
  fi
}

# show WORD…: on lines of about 100 characters, an option and its value together.
show() {
  local line=' ' chunk='' word
  for word in "$@" -end; do
    if [[ $word == [-\|\>]* || ! $chunk =~ ^\ [-\>][^\ ]*$ ]]; then
      if ((${#line} + ${#chunk} > 98)); then
        printf '%s \\\n' "$line"
        line='   '
      fi
      line+=$chunk
      chunk=
    fi
    chunk+=" $(quoted_word "$word")"
  done
  printf '%s\n' "$line"
}
