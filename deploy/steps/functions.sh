# shellcheck shell=bash
title[functions]="Functions (faas-cli up)"

# Uses variables.
functions_up() {
  log_in
  hint="kubectl -n openfaas-fn get pods"
  run env DOCKER_BUILDKIT=1 "SERVER=$REGISTRY" "OWNER=$OWNER" "TAG=$TAG" "DB_HOST=$DB_HOST" "DB_PORT=$DB_PORT" \
    "${variables[@]}" faas-cli up --yaml stack.yml
  look=(pods_not_ready openfaas-fn)
  # faas-cli also gets a 202 for an image that does not exist.
  local name rollout
  for name in "${functions[@]}"; do
    hint="kubectl -n openfaas-fn describe pods -l faas_function=$name"
    rollout=(kubectl -n openfaas-fn rollout status "deployment/$name" --timeout 3m)
    try "${rollout[@]}" || {
      # A function that does not start gives the reason in its last line.
      echo "The last log lines of $name:" >&2
      kubectl -n openfaas-fn logs --selector "faas_function=$name" --prefix --tail 3 2>&1 | sed 's/^/  /' >&2
      failed "${rollout[@]}"
    }
  done
}

# Fills chosen, and variables with what faas-cli puts into stack.yml, and prints where each value comes from: given for
# this run, or kept from an earlier one, in the file or in the deployed functions.
declare -A chosen=()
choose_settings() {
  local name value origin
  variables=()
  $dry_run || read_deployed_settings
  for name in "${settings[@]}"; do
    value=${!name} origin="kept in $options_file"
    if is_given "$name"; then
      origin="given for this run"
    elif [[ -z $value && -n ${deployed[$name]:-} ]]; then
      value=${deployed[$name]} origin="kept from the deployed functions"
    fi
    if [[ -n $value ]]; then
      note "$name=$value   # $origin"
      chosen[$name]=$value
      # In stack.yml the values are inside double quotes.
      value=${value//\\/\\\\}
      variables+=("$name=${value//\"/\\\"}")
    elif is_given "$name"; then
      note "$name   # reset to its default"
    fi
  done
}

# Fills deployed. The functions and the file must agree on every setting that is not given for this run.
declare -A deployed=()
read_deployed_settings() {
  local function name first='' differences=() values=''
  local -A here different=() origin=()
  for name in $read_from_file; do deployed[$name]=${!name} origin[$name]=$options_file; done
  for function in "${functions[@]}"; do
    read_environment "$function"
    if ((${#here[@]} == 0)); then continue; fi
    for name in "${settings[@]}"; do
      if is_given "$name"; then continue; fi
      if [[ -z ${origin[$name]:-} ]]; then
        deployed[$name]=${here[$name]:-} origin[$name]=$function
      elif [[ ${deployed[$name]} != "${here[$name]:-}" ]]; then
        differences+=("${origin[$name]} has $name='${deployed[$name]}', and $function has '${here[$name]:-}'")
        different[$name]=1
      fi
    done
  done
  if ((${#differences[@]} == 0)); then return; fi
  for name in "${settings[@]}"; do
    if [[ -n ${different[$name]:-} ]]; then values+=" $(quoted "$name=${deployed[$name]}")"; fi
  done
  fail "the functions have different settings, as after an interrupted faas-cli up$(printf '\n  %s' "${differences[@]}")" \
    "$again$values   # or the values you want"
}

# read_environment FUNCTION: fills here; empty if it is not deployed.
read_environment() {
  local found line
  here=()
  query kubectl -n openfaas-fn get deployment "$1" --ignore-not-found --output \
    'go-template={{range .spec.template.spec.containers}}{{range .env}}{{if .value}}{{.name}}={{.value}}{{"\n"}}{{end}}{{end}}{{end}}'
  while IFS= read -r line; do
    if [[ $line == ?*=* ]]; then here[${line%%=*}]=${line#*=}; fi
  done <<<"$found"
}

# faas-cli tries the password by listing the functions, which crashes in a gateway whose Prometheus does not respond.
log_in() {
  hint="kubectl -n openfaas get pods   # the gateway and its Prometheus must be ready"
  look=(pods_not_ready openfaas)
  if [[ -z $GATEWAY ]]; then
    open_forward openfaas gateway 8080
    GATEWAY=$url
  fi
  # faas-cli keeps the gateway's password where this points.
  export OPENFAAS_CONFIG=$work/faas-cli
  set_variable OPENFAAS_URL "$GATEWAY"
  run bash -o pipefail -c "kubectl -n openfaas get secret basic-auth --output 'go-template={{index .data \"basic-auth-password\" | base64decode}}' |\
 faas-cli login --username admin --password-stdin"
  look=()
}

# As faas-netes does it, but without needing OpenFaaS. Its operator would recreate them from its own resources.
functions_down() {
  look=(pods_not_ready openfaas-fn)
  if kind_exists functions.openfaas.com; then
    run kubectl -n openfaas-fn delete functions.openfaas.com "${functions[@]}" --ignore-not-found --timeout 2m
  fi
  run kubectl -n openfaas-fn delete deployments "${functions[@]}" --ignore-not-found --cascade=foreground --timeout 2m
  run kubectl -n openfaas-fn delete services "${functions[@]}" --ignore-not-found --timeout 2m
}
