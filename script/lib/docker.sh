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

# Digest of all that goes into the runner image, its tests, shapes of suites and README left out; the label of a built image says which it was made from.
runner_digest() {
  cd "$root/docker/runner" &&
    find . -type f -not -name README.md -not -name test -not -name requirements-checks.txt -not -path './harness/tests/*' -not -path './conformance/*' -not -path './certs/*' -not -path '*/__pycache__/*' -not -path '*/.*' -not -name '*.pyc' -print0 |
    LC_ALL=C sort -z | xargs -0 cat | sha256
}

runner_image() {
  local digest
  digest=$(runner_digest)
  [ "$(docker image inspect --format '{{index .Config.Labels "lakeproof.digest"}}' "$runner_image" 2>/dev/null)" = "$digest" ] && return 0
  # Behind a TLS proxy the build needs this machine's extra certificates.
  mkdir -p "$root/docker/runner/certs"
  cp /usr/local/share/ca-certificates/*.crt "$root/docker/runner/certs/" 2>/dev/null || true
  docker build --network host --build-arg "LAKEPROOF_DIGEST=$digest" --tag "$runner_image" "$root/docker/runner"
}
