# shellcheck shell=bash
title[images]="Images: admin, frontend"

images_up() {
  hint="docker login $registry   # if it was refused"
  set_variable DOCKER_BUILDKIT 1
  run docker build --tag "$registry/$owner/admin:$tag" --file admin/Dockerfile .
  run docker build --tag "$registry/$owner/frontend:$tag" frontend
  run docker push "$registry/$owner/admin:$tag"
  run docker push "$registry/$owner/frontend:$tag"
}
