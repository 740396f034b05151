# shellcheck shell=bash
title[functions]="Functions (faas-cli up)"

functions_up() {
  hint="kubectl -n openfaas-fn get pods"
  log_in
  run env "SERVER=$registry" "OWNER=$owner" "TAG=$tag" "DB_HOST=${option[db-host]}" \
    "DB_PORT=${option[db-port]}" faas-cli up --yaml stack.yml
  # 202 is also the answer to an image that does not exist.
  local name
  for name in "${functions[@]}"; do
    hint="kubectl -n openfaas-fn describe pods -l faas_function=$name"
    run kubectl -n openfaas-fn rollout status "deployment/$name" --timeout 3m
  done
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
