# The Docker engine, the base image and the runner image.

engine_answers() { docker info >/dev/null 2>&1; }

docker_engine() {
  if ! command -v docker >/dev/null || { ! engine_answers && [ -z "${DOCKER_HOST:-}" ] && ! command -v dockerd >/dev/null; }; then
    if may_install; then
      install_packages docker.io
    else
      give_up 'Docker is missing.' 'sudo apt-get install docker.io   (macOS: install Docker Desktop or colima and start it)'
    fi
  fi
  engine_answers && return 0
  [ -z "${DOCKER_HOST:-}" ] || { give_up "No Docker engine answers at DOCKER_HOST=$DOCKER_HOST." 'unset DOCKER_HOST   (or start that engine)'; return 1; }
  if [ "$(id -u)" != 0 ]; then
    give_up 'The Docker engine does not answer this user.' "sudo systemctl start docker && sudo usermod -aG docker $(id -un) && newgrp docker"
    return 1
  fi
  if [ -d /run/systemd/system ]; then
    systemctl start docker
  else
    # A pid file of an engine that was killed stops the next one.
    pgrep -x dockerd >/dev/null || rm -f /var/run/docker.pid
    started dockerd "$(detached "$data/log/dockerd.log" dockerd)"
  fi
  wait_for 60 engine_answers
}

# The one image everything is built from; made from Debian's archive where no registry can be reached.
base_image() {
  local base=debian:bookworm-slim folder
  docker image inspect "$base" >/dev/null 2>&1 && return 0
  timeout 180 docker pull "$base" && return 0
  may_install || { give_up "The image $base can't be pulled and only root can make it." 'sudo script/bootstrap'; return 1; }
  command -v debootstrap >/dev/null || install_packages debootstrap
  folder=$(mktemp -d)
  debootstrap --variant=minbase bookworm "$folder"
  tar -C "$folder" -c . | docker import --change 'CMD ["bash"]' - "$base"
  rm -rf "$folder"
}

runner_image=lakeproof-runner:latest

# Digests of what the runner image is made from, as NAME=DIGEST; labels of the built image keep them.
runner_digests() { node "$root/script/lib/runner-digests.mjs" "$root/docker/runner"; }

runner_image() {
  local digests labels=() line
  digests=$(runner_digests)
  [ "$(docker image inspect --format '{{index .Config.Labels "lakeproof.whole"}}' "$runner_image" 2>/dev/null)" = "$(sed -n 's/^whole=//p' <<<"$digests")" ] && return 0
  while read -r line; do labels+=(--label "lakeproof.$line"); done <<<"$digests"
  # Behind a TLS proxy the build needs this machine's extra certificates.
  mkdir -p "$root/docker/runner/certs"
  cp /usr/local/share/ca-certificates/*.crt "$root/docker/runner/certs/" 2>/dev/null || true
  docker build --network host "${labels[@]}" --tag "$runner_image" "$root/docker/runner"
}
