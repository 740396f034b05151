# shellcheck shell=bash
title[smoke]="Sign up, bind an authenticator, log in"

smoke_up() {
  if [[ ${chosen[SIGN_UP]:-} == closed ]]; then
    note "skipped: SIGN_UP=closed, so nobody can sign up"
    return
  fi
  if [[ -z $pages ]]; then
    open_forward openfaas-fn cofrap-frontend 8080
    pages=$url
  fi
  hint="kubectl -n openfaas-fn logs -l app.kubernetes.io/part-of=cofrap --prefix"
  # Through the pages' own address, as a browser does it.
  cofrap smoke --gateway "$pages" --pages "$pages"
  $dry_run || sed 's/^/  /' "$work/output"
}
