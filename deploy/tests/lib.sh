# shellcheck shell=bash disable=SC2034 # some of it is read by who sources this
# What the tests share: their tools, a copy of the deployment with stand-ins for the programs it uses, and assertions.

# Settings from the environment of whoever runs the tests.
unset CREDENTIAL_LIFETIME DB_POOL_SIZE HASH_THREADS LOG_LEVEL MAX_BODY_BYTES OTP_ISSUER SHUTDOWN_GRACE SIGN_UPS_PER_MINUTE
export LC_ALL=C.UTF-8
demo=./start_full_demo.sh
cluster=(cluster REGISTRY=r DB_ADMIN=postgresql://a@10.0.0.5/db DB_CA=deploy/README.md OPENFAAS=install
  SEALED_SECRETS=install)

# need_package PROGRAM PACKAGE
need_package() {
  if ! command -v "$1" >/dev/null && ((EUID == 0)) && command -v apt-get >/dev/null; then
    echo "installing Debian's package $2"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y "$2"; } >/dev/null 2>&1 </dev/null || true
    hash -r
  fi
  command -v "$1" >/dev/null || wrong "$1 is missing: apt install $2"
}

wrong() {
  printf 'deploy/test: %s\n' "$@" >&2
  exit 1
}

# expect STATUS TEXT COMMAND…: the command ends with STATUS and prints TEXT.
expect() {
  local status=0 output
  output=$("${@:3}" 2>&1 </dev/null) || status=$?
  if ((status != $1)) || [[ $output != *"$2"* ]]; then
    wrong "expected exit $1 and \"$2\" from: ${*:3}" "found exit $status and:" "$output"
  fi
}

# make_place: a folder with the sources, in which run_in works with stand-ins; sets folder and start.
make_place() {
  local tool
  folder=$(mktemp -d /tmp/cofrap-test.XXXXXX)
  trap 'rm -rf "$folder"' EXIT
  start=$folder/start
  export folder bin=$folder/bin real_path=$folder/programs
  installed_programs
  mkdir -p "$bin" "$start/repository/sealed-secrets" "$start/repository/script" "$start/world" "$start/tmp"
  cp deploy/tests/world "$bin/stand-in"
  for tool in docker k3d kubectl helm faas-cli kubeseal openssl getent cp rm mkdir chmod; do
    ln -s stand-in "$bin/$tool"
  done
  cp -R start_full_demo.sh deploy stack.yml "$start/repository"
  cp script/functions "$start/repository/script"
  cp sealed-secrets/secrets.tsv "$start/repository/sealed-secrets"
  ln -s "$bin/stand-in" "$start/repository/sealed-secrets/seal"
  # shellcheck disable=SC2016 # the script expands it
  sed -i 's|(exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null|[[ -e $world/ports/$1 ]]|' "$start/repository/deploy/steps/k3d.sh"
  if grep -rq /dev/tcp "$start/repository/deploy/steps"; then wrong "the ports would be this machine's"; fi
}

# Links to the programs of this machine, without those of which a test takes the stand-in away.
installed_programs() {
  local folders number
  mkdir "$real_path"
  IFS=: read -ra folders <<<"$PATH"
  for ((number = ${#folders[@]} - 1; number >= 0; number--)); do
    ln -sf "${folders[number]}"/* "$real_path" 2>/dev/null || true
  done
  rm -f "$real_path/kubeseal" "$real_path/k3d"
}

# in_place PLACE COMMAND…: in the repository of PLACE, a copy of the start or of what another run left.
in_place() {
  go_to "$1"
  "${there[@]}" "${@:2}"
}
go_to() {
  there=(env -C "$1/repository" --default-signal "PATH=$bin:$real_path" "TMPDIR=$1/tmp" "world=$1/world"
    "PGPASSWORD=${PGPASSWORD-canary-of-the-environment}")
}

copy_of() { mkdir "$2" && cp -a "$1/." "$2"; }
export -f in_place go_to copy_of wrong
