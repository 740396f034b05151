# shellcheck shell=bash
title[smoke]="Sign up, bind an authenticator, log in"

smoke_up() {
  if [[ -z $pages ]]; then
    open_forward openfaas-fn cofrap-frontend 8080
    pages=$url
  fi
  local user=smoke-$EPOCHSECONDS
  if ${option[dry-run]}; then user=smoke-NOW; fi
  sql_command "$database" "SET ROLE cofrap_owner; DELETE FROM users WHERE username = '$user'"
  if ${option[dry-run]}; then
    show deploy/smoke "$pages" "$user"
  elif ! smoke "$pages" "$user"; then
    try_as_administrator "${sql[@]}" || true
    fail "the service does not serve yet" \
      "kubectl -n openfaas-fn logs -l faas_function=authenticate-user" ${ufw_command:+"$ufw_command"} "$again"
  fi
  as_administrator "${sql[@]}"
}

smoke() {
  local status=0
  begin deploy/smoke "$@"
  attend deploy/smoke logged deploy/smoke "$@" || status=$?
  sed 's/^/  /' "$work/output"
  return $status
}
