# shellcheck shell=bash
# What to do next, or what is left.

say_end_up() {
  if ${option[dry-run]}; then return; fi
  "say_end_of_$door"
  say "To take it away: $(down_of)"
}

say_end_of_k3d() {
  say "Ready: $pages/" \
    "The gateway: $gateway/function/generate-password" \
    "For kubectl: export KUBECONFIG=$(absolute "$KUBECONFIG")"
}

say_end_of_cluster() {
  say "Ready. The pages, from here: kubectl -n openfaas-fn port-forward svc/cofrap-frontend 8081:8080"
}

say_end_down() {
  case $door in
    k3d)
      if ${option[purge-data]}; then
        say "Gone, with the data."
      else
        say "Gone. The data and the keys stay in $home (--purge-data takes them too)."
      fi
      ;;
    cluster) say "Gone." ;;
  esac
}

down_of() {
  printf '%s --down' "$command_line"
}
