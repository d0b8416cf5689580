# Sourced by .ci/run: every solution once more on JDK 25, where there is one.

# The home of a JDK 25: the one that KINDLING_JDK25 names, or one of those that Linux and macOS keep together; else
# nothing.
jdk25() {
  local home
  if [ -n "${KINDLING_JDK25:-}" ]; then
    printf '%s\n' "$KINDLING_JDK25"
    return
  fi
  for home in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$home/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$home/release" 2>/dev/null; then
      printf '%s\n' "$home"
      return
    fi
  done
}

# Grades with what 'verify' has built. Fails unless every solution there is reaches 100.
jdk25_grade() (
  JAVA_HOME=$(jdk25)
  if [ -z "$JAVA_HOME" ]; then
    echo "There is no JDK 25 (KINDLING_JDK25 can name one): no solution is graded on it."
    exit 0
  fi
  export JAVA_HOME
  echo "The solutions on the JDK 25 in $JAVA_HOME:"
  "$JAVA_HOME/bin/java" -version 2>&1 || exit 1
  ./lab doctor </dev/null || exit 1
  ./lab grade --all --solution --json </dev/null >target/jdk25-grades.json
  ./lab stop </dev/null
  grep -o '"lab":"[^"]*","answer":"solution","score":[0-9.]*' target/jdk25-grades.json |
    sed 's/"lab":"\(.*\)","answer":"solution","score":/  \1 /' | tee target/jdk25-scores.txt
  solutions=$(find solutions -name '*Solution.java' | wc -l)
  whole=$(grep -c ' 100\.0$' target/jdk25-scores.txt)
  echo "$whole of $((solutions)) solutions reach 100 on JDK 25"
  [ "$whole" -gt 0 ] && [ "$whole" -eq $((solutions)) ]
)
