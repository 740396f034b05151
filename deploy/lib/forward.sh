# shellcheck shell=bash
# Services of the cluster on a port of this machine, until the run ends.

# open_forward NAMESPACE SERVICE PORT: sets url.
open_forward() {
  local command=(kubectl -n "$1" port-forward --address 127.0.0.1 "svc/$2" ":$3")
  if ${option[dry-run]}; then
    show "${command[@]}" '&'
    url=http://127.0.0.1:PORT
    return
  fi
  local heard=$work/forward-$2
  : >"$heard"
  "${command[@]}" >>"$heard" 2>&1 </dev/null &
  forwards+=($!)
  record_process "forward-$2" $! "$(quoted "${command[@]}")"
  local attempt
  for ((attempt = 0; attempt < 100; attempt++)); do
    if url=$(sed -nE 's|^Forwarding from (127.0.0.1:[0-9]+) .*|http://\1|p;T;q' "$heard") &&
      [[ -n $url ]]; then return; fi
    if ! kill -0 $! 2>/dev/null; then break; fi
    sleep 0.1
  done
  cp "$heard" "$work/output"
  failed "${command[@]}"
}
