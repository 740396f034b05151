# shellcheck shell=bash
title[openfaas]="OpenFaaS"

openfaas_up() {
  hint="kubectl -n openfaas get pods"
  look=(pods_not_ready openfaas)
  if [[ ${option[openfaas]} == install ]]; then install_openfaas; fi
  ${option[dry-run]} || deployment_exists openfaas gateway ||
    fail "there is no OpenFaaS in the namespace openfaas" "$again --openfaas install"
  run kubectl -n openfaas rollout status deployment/gateway --timeout 5m
}

install_openfaas() {
  if ! ${option[dry-run]} && deployment_exists openfaas gateway && ! made_by_us openfaas openfaas; then
    fail "OpenFaaS is there, and not from this script" "$again --openfaas present"
  fi
  local values=(--values deploy/values/openfaas.yaml)
  if [[ $door == k3d ]]; then values+=(--values deploy/values/openfaas-k3d.yaml); fi
  if [[ -n ${option[openfaas-values]} ]]; then values+=(--values "${option[openfaas-values]}"); fi
  # renovate: datasource=helm depName=openfaas registryUrl=https://openfaas.github.io/faas-netes
  install_chart openfaas openfaas https://openfaas.github.io/faas-netes openfaas 15.0.6 \
    "${option[openfaas-chart]}" "${values[@]}"
}

openfaas_down() {
  uninstall_chart openfaas openfaas
}
