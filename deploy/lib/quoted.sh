# shellcheck shell=bash
# Command lines as they could be typed.

# quoted WORD…: on one line.
quoted() {
  local word line=''
  for word in "$@"; do
    quote "$word"
    line+="${line:+ }$as_typed"
  done
  printf '%s' "$line"
}

# quote WORD: sets as_typed.
quote() {
  if [[ $1 =~ ^([A-Za-z0-9_@%+=:,./-]+|[|>&]|[A-Z]+=…)$ ]]; then
    as_typed=$1
  else
    as_typed="'${1//\'/\'\\\'\'}'"
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
    quote "$word"
    chunk+=" $as_typed"
  done
  printf '%s\n' "$line"
}
