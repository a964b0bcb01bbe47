# What bench/run and bench/start are made of: servers that are started and ended by their process, and figures.

started=()

# Runs in the background until the end: name, command...
serve() {
  local name=$1
  shift
  "$@" >"$work/$name.log" 2>&1 &
  started+=($!)
}

end_all() {
  local each
  for each in "${started[@]}"; do kill "$each" 2>/dev/null || true; done
  wait 2>/dev/null || true
}

# Until the address answers with 200, at most so many seconds.
await() {
  local i
  for ((i = 0; i < ${2:-60} * 5; i++)); do
    if curl -sf -o /dev/null "$1"; then return; fi
    sleep 0.2
  done
  echo "Nothing answers at $1; see the logs in $work." >&2
  return 1
}

# Requests per second: seconds, connections, wrk's other arguments. Fails where an answer was none of 2xx and 3xx, or none came.
rate() {
  local seconds=$1 connections=$2 out
  shift 2
  out=$(taskset -c "$load_core" wrk -t1 -c"$connections" -d"${seconds}s" --timeout 30s "$@")
  if grep -qE "Non-2xx|Socket errors" <<<"$out"; then
    echo "$out" >&2
    return 1
  fi
  awk '/^Requests\/sec/ { print $2 }' <<<"$out"
}

# The 50th and 99th percentile in microseconds, one request after the other: seconds, wrk's other arguments.
latency() {
  local seconds=$1
  shift
  taskset -c "$load_core" wrk -t1 -c1 -d"${seconds}s" --timeout 30s --latency "$@" | awk '
    function micros(text) { return text ~ /us$/ ? text + 0 : text ~ /ms$/ ? text * 1000 : text * 1000000 }
    /Non-2xx|Socket errors/ { exit 1 }
    $1 == "50%" { fifty = micros($2) }
    $1 == "99%" { print int(fifty), int(micros($2)) }'
}

# The middle one of the numbers that are read.
median() { sort -g | awk '{ all[NR] = $1 } END { print NR % 2 ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2 }'; }

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

# A version that pom.xml names.
version() { sed -n "s#.*<$1.version>\(.*\)</$1.version>.*#\1#p" pom.xml; }
