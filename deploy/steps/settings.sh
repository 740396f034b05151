# shellcheck shell=bash
# The functions' own code says whether the named settings are allowed, before anything is changed.
title[settings]="Settings of the functions"

settings_up() {
  local name variables=() again="NAME=VALUE… $command_line"
  for name in "${setting_names[@]}"; do
    if [[ -n ${named[$name]:-} ]]; then variables+=(--env "$name=${named[$name]}"); fi
  done
  run env DOCKER_BUILDKIT=1 "SERVER=$registry" "OWNER=$owner" "TAG=$tag" \
    faas-cli build --yaml stack.yml --filter generate-password
  hint="README.md has what each setting may be; NAME= resets one to its default"
  # The last line of java.args is the class that serves; the shell leaves the class path as it is.
  # shellcheck disable=SC2016 # the image's shell expands it
  run docker run --rm --network none "${variables[@]}" --entrypoint sh \
    "$registry/$owner/generate-password:$tag" \
    -c 'set -f; exec java $(head -n -1 java.args) fr.cofrap.config.SettingsCheck'
}
