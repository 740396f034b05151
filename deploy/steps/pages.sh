# shellcheck shell=bash
title[pages]="Pages, network policies, daily purge"

pages_up() {
  choose_settings
  hint="kubectl -n openfaas-fn get pods"
  local values=(
    --set-string "image.registry=$REGISTRY" --set-string "image.owner=$OWNER" --set-string "image.tag=$TAG"
    --set-string "database.host=$DB_HOST" --set "database.port=$DB_PORT" --set-string "database.name=$database"
    --set-string "database.cidr=$DB_CIDR"
  )
  if [[ $mode == k3d ]]; then values+=(--set frontend.nodePort=31113); fi
  # The settings that the pages share with the functions. Their defaults too: VALUES could differ from the functions.
  values+=(--set-string "signUp=${chosen[SIGN_UP]:-open}" --set "trustedProxies=${chosen[TRUSTED_PROXIES]:-1}")
  if [[ -n $VALUES ]]; then values+=(--values "$VALUES"); fi
  # The policy selects functions by this label. Without it, pods of a version that had no labels would be open to
  # everybody until faas-cli replaces them.
  run kubectl -n openfaas-fn label pods --selector "faas_function in ($(IFS=, && echo "${functions[*]}"))" \
    app.kubernetes.io/part-of=cofrap --overwrite
  install_release openfaas-fn cofrap deploy/chart "${values[@]}"
  # The image may have changed under the same tag.
  run kubectl -n openfaas-fn rollout restart deployment/cofrap-frontend
  run kubectl -n openfaas-fn rollout status deployment/cofrap-frontend --timeout 3m
}

pages_down() { uninstall_chart openfaas-fn cofrap; }
