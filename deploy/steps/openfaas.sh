# shellcheck shell=bash
title[openfaas]="OpenFaaS"

openfaas_up() {
  hint="kubectl -n openfaas get pods"
  look=(pods_not_ready openfaas)
  if [[ $OPENFAAS == install ]]; then install_openfaas; fi
  $dry_run || deployment_exists openfaas gateway ||
    fail "there is no OpenFaaS in the namespace openfaas" "$again OPENFAAS=install"
  run kubectl -n openfaas rollout status deployment/gateway --timeout 5m
}

install_openfaas() {
  if ! $dry_run && deployment_exists openfaas gateway && ! made_by_us openfaas openfaas; then
    fail "there is an OpenFaaS that this script did not create" "$again OPENFAAS=present"
  fi
  local values=(--values deploy/values/openfaas.yaml)
  if [[ $mode == k3d ]]; then values+=(--values deploy/values/openfaas-k3d.yaml); fi
  if [[ -n $OPENFAAS_VALUES ]]; then values+=(--values "$OPENFAAS_VALUES"); fi
  install_chart openfaas openfaas https://openfaas.github.io/faas-netes openfaas "$OPENFAAS_CHART_VERSION" \
    "$OPENFAAS_CHART" "${values[@]}"
}

openfaas_down() { uninstall_chart openfaas openfaas; }
