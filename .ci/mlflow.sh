# Sourced by .ci/run: the real MLflow that our tracking server is compared with, as a virtual environment and, where
# a container engine can be had, as an image. Nothing here fails the build: a test that misses its peer is skipped, and
# what is missing is said here. Everything lies below target/ and is taken away or ended by mlflow_end.

# target/mlflow, from the pinned docker/mlflow/tests.txt.
mlflow_python() {
  if ! python3 -m venv --clear target/mlflow >target/mlflow-python.log 2>&1 ||
    ! timeout 600 target/mlflow/bin/pip install -q -r docker/mlflow/tests.txt >>target/mlflow-python.log 2>&1; then
    tail -n 3 target/mlflow-python.log
    rm -rf target/mlflow
    echo "MLflow could not be installed with pip: the tests that need it are skipped."
    return
  fi
  echo "MLflow $(target/mlflow/bin/python -c 'import importlib.metadata as m; print(m.version("mlflow"))') is in target/mlflow."
}

# An engine that answers, ours or the machine's.
mlflow_engine_found() {
  local log=target/mlflow-engine.log
  : >"$log"
  if ! timeout 20 docker info >>"$log" 2>&1 && ! mlflow_engine >>"$log" 2>&1; then
    echo "There is no container engine, and none could be started (see $log): ContainerContractIT is skipped."
  fi
}

# Its image, if there is an engine.
mlflow_image() {
  local log=target/mlflow-image.log
  timeout 20 docker info >"$log" 2>&1 || return
  if ! mlflow_build >>"$log" 2>&1; then
    tail -n 3 "$log"
    echo "The image of MLflow could not be built (see $log): ContainerContractIT is skipped."
    return
  fi
  echo "The image kindling/mlflow is built."
}

# Debian's engine with a socket and a folder of its own, so that it meets no other.
mlflow_engine() {
  [ "$(id -u)" = 0 ] && command -v apt-get || return 1
  if ! command -v dockerd || ! command -v debootstrap; then
    apt-get update -q && DEBIAN_FRONTEND=noninteractive timeout 300 apt-get install -y -q docker.io debootstrap || return 1
  fi
  # A socket's path must be short, and a file system below target/ may not be one that layers can lie on.
  engine=$(mktemp -d /tmp/kindling-engine.XXXXXX) || return 1
  export DOCKER_HOST="unix://$engine/socket"
  dockerd --host "$DOCKER_HOST" --data-root "$engine/data" --exec-root "$engine/exec" --pidfile "$engine/pid" \
    </dev/null >"$engine/log" 2>&1 &
  engine_pid=$!
  # Its containers are reached on loopback, and no other container can be pulled to clean up after them.
  export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1 TESTCONTAINERS_RYUK_DISABLED=true
  for _ in $(seq 60); do
    docker info && return 0
    kill -0 "$engine_pid" || break
    sleep 1
  done
  tail -n 20 "$engine/log"
  return 1
}

# The base is the one of the Dockerfile if it is there, or else Debian, made here. The machine's settings of the
# network go into this base, which stays on this machine.
mlflow_build() {
  local base=python:3.11-slim-bookworm
  if ! docker image inspect "$base"; then
    base=kindling/base:bookworm
    docker image inspect "$base" || mlflow_base "$base" || return 1
  fi
  local setting settings=()
  for setting in http_proxy https_proxy no_proxy; do
    [ -z "${!setting:-}" ] || settings+=(--build-arg "$setting")
  done
  DOCKER_BUILDKIT=0 timeout 600 docker build --network host "${settings[@]}" --build-arg BASE="$base" \
    -t kindling/mlflow:3.17.2 docker/mlflow
}

mlflow_base() {
  local root mirror index code
  root=$(mktemp -d /tmp/kindling-base.XXXXXX) || return 1
  mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources | head -n 1)
  index=${PIP_INDEX_URL:-$(python3 -m pip config get global.index-url 2>/dev/null)}
  timeout 400 debootstrap --variant=minbase --include=python3,python3-venv,ca-certificates bookworm "$root" \
    ${mirror:+"$mirror"} &&
    cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" &&
    printf '[global]\ncert = /etc/ssl/certs/ca-certificates.crt\n%s' "${index:+index-url = $index$'\n'}" \
      >"$root/etc/pip.conf" &&
    tar -C "$root" -c . | docker import - "$1"
  code=$?
  rm -rf --one-file-system "$root"
  return $code
}

# Ends only the engine that was started here.
mlflow_end() {
  [ -n "${engine_pid:-}" ] || return 0
  kill "$engine_pid" 2>/dev/null
  wait "$engine_pid"
  umount "$engine"/exec/netns/* 2>/dev/null
  rm -rf --one-file-system "$engine"
}
