# shellcheck shell=bash
title[frontend]="Frontend, network policies, daily purge"

frontend_up() {
  hint="kubectl -n openfaas-fn get pods"
  local values=(
    --set-string "image.registry=$registry" --set-string "image.owner=$owner"
    --set-string "image.tag=$tag" --set-string "database.host=${option[db-host]}"
    --set "database.port=${option[db-port]}" --set-string "database.name=$database"
    --set-string "database.cidr=$db_cidr"
  )
  if [[ $door == k3d ]]; then values+=(--set frontend.nodePort=31113); fi
  if [[ -n ${option[values]} ]]; then values+=(--values "${option[values]}"); fi
  install_release openfaas-fn cofrap deploy/chart "${values[@]}"
  # The tag may be the one of before, and the image another.
  run kubectl -n openfaas-fn rollout restart deployment/cofrap-frontend
  run kubectl -n openfaas-fn rollout status deployment/cofrap-frontend --timeout 3m
}

frontend_down() {
  uninstall_chart openfaas-fn cofrap
}
