# shellcheck shell=bash
title[sealed_secrets]="Sealed-secrets controller"

sealed_secrets_up() {
  local name=${SEALED_SECRETS_CONTROLLER_NAME:-sealed-secrets-controller}
  local namespace=${SEALED_SECRETS_CONTROLLER_NAMESPACE:-kube-system}
  hint="kubectl -n $namespace get pods"
  look=(pods_not_ready "$namespace")
  if [[ $SEALED_SECRETS == install ]]; then install_sealed_secrets; fi
  $dry_run || deployment_exists "$namespace" "$name" ||
    fail "there is no $name in $namespace" "$again SEALED_SECRETS=install" \
      "export SEALED_SECRETS_CONTROLLER_NAMESPACE=… SEALED_SECRETS_CONTROLLER_NAME=…   # where it is"
  run kubectl -n "$namespace" rollout status "deployment/$name" --timeout 5m
}

install_sealed_secrets() {
  if ! $dry_run && deployment_exists kube-system sealed-secrets-controller && ! made_by_us kube-system sealed-secrets; then
    fail "there is a sealed-secrets controller that this script did not create" "$again SEALED_SECRETS=present"
  fi
  local values=(--set-string fullnameOverride=sealed-secrets-controller)
  if [[ -n $SEALED_SECRETS_VALUES ]]; then values+=(--values "$SEALED_SECRETS_VALUES"); fi
  install_chart kube-system sealed-secrets https://bitnami-labs.github.io/sealed-secrets sealed-secrets \
    "$SEALED_SECRETS_CHART_VERSION" "$SEALED_SECRETS_CHART" "${values[@]}"
}

# Its keys stay in kube-system, so that a new controller opens what was sealed before.
sealed_secrets_down() { uninstall_chart kube-system sealed-secrets; }
