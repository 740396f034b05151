# shellcheck shell=bash
title[sealed_secrets]="Sealed-secrets controller"

sealed_secrets_up() {
  local name=${SEALED_SECRETS_CONTROLLER_NAME:-sealed-secrets-controller}
  local namespace=${SEALED_SECRETS_CONTROLLER_NAMESPACE:-kube-system}
  hint="kubectl -n $namespace get pods"
  look=(pods_not_ready "$namespace")
  if [[ ${option[sealed-secrets]} == install ]]; then install_sealed_secrets; fi
  ${option[dry-run]} || deployment_exists "$namespace" "$name" ||
    fail "there is no $name in $namespace" "$again --sealed-secrets install" \
      "export SEALED_SECRETS_CONTROLLER_NAMESPACE=… SEALED_SECRETS_CONTROLLER_NAME=…   # where it is"
  run kubectl -n "$namespace" rollout status "deployment/$name" --timeout 5m
}

install_sealed_secrets() {
  if ! ${option[dry-run]} && deployment_exists kube-system sealed-secrets-controller &&
    ! made_by_us kube-system sealed-secrets; then
    fail "the controller is there, and not from this script" "$again --sealed-secrets present"
  fi
  local values=(--set-string fullnameOverride=sealed-secrets-controller)
  if [[ -n ${option[sealed-secrets-values]} ]]; then
    values+=(--values "${option[sealed-secrets-values]}")
  fi
  # renovate: datasource=helm depName=sealed-secrets registryUrl=https://bitnami-labs.github.io/sealed-secrets
  local version=2.18.5
  install_chart kube-system sealed-secrets https://bitnami-labs.github.io/sealed-secrets \
    sealed-secrets "$version" "${option[sealed-secrets-chart]}" "${values[@]}"
}

# Its keys stay in kube-system, so that one installed again opens what was sealed before.
sealed_secrets_down() {
  uninstall_chart kube-system sealed-secrets
}
