# shellcheck shell=bash
# The functions' settings. Their names are read from stack.yml; a value comes from the caller's environment,
# or else from the deployed functions. Empty means the default.

setting_names=()
declare -A named=()

# Fills setting_names, and named with those that are set in the environment.
read_named_settings() {
  local line name form='^ +([A-Z][A-Z0-9_]*): "\$\{([A-Z0-9_]+):-\}"$'
  while IFS= read -r line; do
    if [[ $line =~ $form && ${BASH_REMATCH[1]} == "${BASH_REMATCH[2]}" ]]; then
      setting_names+=("${BASH_REMATCH[1]}")
    fi
  done <stack.yml
  for name in "${setting_names[@]}"; do
    if [[ -z ${!name+set} ]]; then continue; fi
    named[$name]=${!name}
    if [[ ${!name} == *[[:cntrl:]]* ]]; then misused "$name contains a line break or another control character"; fi
  done
}

# As they would be typed before a command.
named_settings() {
  local name
  for name in "${setting_names[@]}"; do
    if [[ -n ${named[$name]+set} ]]; then printf '%s=%s ' "$name" "$(quoted "${named[$name]}")"; fi
  done
}

some_setting_is_named() {
  local value
  for value in "${named[@]}"; do
    if [[ -n $value ]]; then return; fi
  done
  return 1
}

# Fills setting_variables with what faas-cli puts into stack.yml, and prints where each value comes from.
settle_function_settings() {
  local name defaults=()
  local -A kept=()
  setting_variables=()
  if ! ${option[dry-run]}; then read_kept_settings; fi
  for name in "${setting_names[@]}"; do
    if [[ -n ${named[$name]:-} ]]; then
      note "$name=${named[$name]}   # set for this run"
      setting_variables+=("$name=$(in_yaml "${named[$name]}")")
    elif [[ -n ${named[$name]+set} ]]; then
      note "$name   # reset to its default"
    elif [[ -n ${kept[$name]:-} ]]; then
      note "$name=${kept[$name]}   # kept from the deployed functions"
      setting_variables+=("$name=$(in_yaml "${kept[$name]}")")
    else
      defaults+=("$name")
    fi
  done
  if ${option[dry-run]}; then return; fi
  if ((${#defaults[@]} > 0)); then note "at their defaults: ${defaults[*]}"; fi
}

# Reads the settings of the deployed functions, which must all have the same ones.
read_kept_settings() {
  local function line name first='' differences=() values=''
  local -A here different=()
  for function in "${functions[@]}"; do
    here=()
    deployed_environment "$function"
    if [[ ! -s $work/deployed ]]; then continue; fi
    while IFS= read -r line; do
      if [[ $line == ?*=* ]]; then here[${line%%=*}]=${line#*=}; fi
    done <"$work/deployed"
    for name in "${setting_names[@]}"; do
      if [[ -n ${named[$name]+set} ]]; then continue; fi
      if [[ -z $first ]]; then
        kept[$name]=${here[$name]:-}
      elif [[ ${kept[$name]} != "${here[$name]:-}" ]]; then
        differences+=("$first has $name='${kept[$name]}', and $function has '${here[$name]:-}'")
        different[$name]=1
      fi
    done
    first=${first:-$function}
  done
  if ((${#differences[@]} == 0)); then return; fi
  for name in "${setting_names[@]}"; do
    if [[ -n ${different[$name]:-} ]]; then values+="$name=$(quoted "${kept[$name]}") "; fi
  done
  fail "the functions have different settings, as after an interrupted faas-cli up$(printf '\n  %s' "${differences[@]}")" \
    "$values$again   # or the values you want"
}

# Writes one line per variable; nothing if the function is not deployed.
deployed_environment() {
  local command=(kubectl -n openfaas-fn get deployment "$1" --ignore-not-found --output
    'go-template={{range .spec.template.spec.containers}}{{range .env}}{{if .value}}{{.name}}={{.value}}{{end}}
{{end}}{{end}}')
  "${command[@]}" >"$work/deployed" 2>"$work/output" || failed "${command[@]}"
}

# In stack.yml the values are inside double quotes.
in_yaml() {
  local value=${1//\\/\\\\}
  printf '%s' "${value//\"/\\\"}"
}
