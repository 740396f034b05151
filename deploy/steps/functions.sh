# shellcheck shell=bash
title[functions]="Functions (faas-cli up)"

functions_up() {
  hint="kubectl -n openfaas-fn get pods"
  settle_function_settings
  log_in
  run env DOCKER_BUILDKIT=1 "SERVER=$registry" "OWNER=$owner" "TAG=$tag" \
    "DB_HOST=${option[db-host]}" "DB_PORT=${option[db-port]}" "${setting_variables[@]}" \
    faas-cli up --yaml stack.yml
  # faas-cli also gets a 202 for an image that does not exist.
  local name
  for name in "${functions[@]}"; do
    hint="kubectl -n openfaas-fn describe pods -l faas_function=$name"
    (run kubectl -n openfaas-fn rollout status "deployment/$name" --timeout 3m) || {
      show_last_words "$name" >&2
      exit 1
    }
  done
}

# A function that does not start says why in its last line.
show_last_words() {
  echo "The last words of $1:"
  kubectl -n openfaas-fn logs --selector "faas_function=$1" --prefix --tail 3 2>&1 | sed 's/^/  /'
}

functions_down() {
  if ! ${option[dry-run]} && ! already kubectl -n openfaas get service gateway; then
    note "there is no OpenFaaS any more"
    return
  fi
  log_in
  run faas-cli remove --yaml stack.yml
  run kubectl -n openfaas-fn wait --for=delete "${functions[@]/#/deployment/}" --timeout 2m
}

log_in() {
  if [[ -z $gateway ]]; then
    open_forward openfaas gateway 8080
    gateway=$url
  fi
  set_variable OPENFAAS_URL "$gateway"
  pipe kubectl -n openfaas get secret basic-auth \
    --output 'go-template={{index .data "basic-auth-password" | base64decode}}' \
    '|' faas-cli login --username admin --password-stdin
}
