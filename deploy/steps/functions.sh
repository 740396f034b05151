# shellcheck shell=bash
title[functions]="Functions (faas-cli up)"

functions_up() {
  settle_function_settings
  log_in
  hint="kubectl -n openfaas-fn get pods"
  run env DOCKER_BUILDKIT=1 "SERVER=$registry" "OWNER=$owner" "TAG=$tag" \
    "DB_HOST=${option[db-host]}" "DB_PORT=${option[db-port]}" "${setting_variables[@]}" \
    faas-cli up --yaml stack.yml
  look=(pods_not_ready openfaas-fn)
  # faas-cli also gets a 202 for an image that does not exist.
  local name rollout
  for name in "${functions[@]}"; do
    hint="kubectl -n openfaas-fn describe pods -l faas_function=$name"
    rollout=(kubectl -n openfaas-fn rollout status "deployment/$name" --timeout 3m)
    try "${rollout[@]}" || {
      show_last_lines "$name" >&2
      failed "${rollout[@]}"
    }
  done
}

# A function that does not start gives the reason in its last line.
show_last_lines() {
  echo "The last log lines of $1:"
  kubectl -n openfaas-fn logs --selector "faas_function=$1" --prefix --tail 3 2>&1 | sed 's/^/  /'
}

# As faas-netes does it, but without needing OpenFaaS. Its operator would recreate them from its own resources.
functions_down() {
  look=(pods_not_ready openfaas-fn)
  if kind_exists functions.openfaas.com; then
    run kubectl -n openfaas-fn delete functions.openfaas.com "${functions[@]}" --ignore-not-found --timeout 2m
  fi
  run kubectl -n openfaas-fn delete deployments --selector "faas_function in ($(IFS=, && echo "${functions[*]}"))" \
    --cascade=foreground --timeout 2m
  run kubectl -n openfaas-fn delete services "${functions[@]}" --ignore-not-found --timeout 2m
}

# faas-cli tries the password by listing the functions, which crashes in a gateway whose Prometheus does not respond.
log_in() {
  hint="kubectl -n openfaas get pods   # the gateway and its Prometheus must be ready"
  look=(pods_not_ready openfaas)
  if [[ -z $gateway ]]; then
    open_forward openfaas gateway 8080
    gateway=$url
  fi
  set_variable OPENFAAS_URL "$gateway"
  pipe kubectl -n openfaas get secret basic-auth \
    --output 'go-template={{index .data "basic-auth-password" | base64decode}}' \
    '|' faas-cli login --username admin --password-stdin
  look=()
}
