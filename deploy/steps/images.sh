# shellcheck shell=bash
title[images]="Images: admin, frontend"

images_up() {
  hint="docker login $REGISTRY   # if the push was refused"
  set_variable DOCKER_BUILDKIT 1
  run docker build --tag "$REGISTRY/$OWNER/admin:$TAG" --file admin/Dockerfile .
  run docker build --tag "$REGISTRY/$OWNER/frontend:$TAG" frontend
  run docker push "$REGISTRY/$OWNER/admin:$TAG"
  run docker push "$REGISTRY/$OWNER/frontend:$TAG"
}
