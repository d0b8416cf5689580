# Sourced by the findings: compiles and runs one Java class against libraries that Maven brings, and compares what it
# prints with what was seen when the finding was written. No code of Kindling takes part; the JVM gets the flags that Spark
# needs.
set -euo pipefail

# finding CLASS LIBRARY… < JAVA: runs the class; each library is group:artifact:version. Spark's ML library, whose Scala
# is the one that Spark was built with, is always there. The text in $seen is what it should print.
finding() {
  local class=$1 root java=${JAVA_HOME:+$JAVA_HOME/bin/}
  root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
  shift
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  cat >"$folder/$class.java"
  pom org.apache.spark:spark-mllib_2.13:4.2.0 org.scala-lang:scala-library:2.13.18 "$@" >"$folder/pom.xml"
  "$root/mvnw" -q -B -f "$folder/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies \
    -DoutputDirectory="$folder/jars" </dev/null

  "${java}javac" -cp "$folder/jars/*" -d "$folder/classes" "$folder/$class.java"
  (cd "$folder" && "${java}java" "@$root/.mvn/spark.jvmargs" -Dspark.master='local[2]' -Dspark.ui.enabled=false \
    -cp "$folder/classes:$folder/jars/*" "$class") >"$folder/output" 2>"$folder/log" || true
  cat "$folder/output"
  if ! diff <(printf '%s\n' "$seen") "$folder/output" >"$folder/difference"; then
    echo "This is not what was seen (< seen, > now):" >&2
    cat "$folder/difference" >&2
    tail -n 20 "$folder/log" >&2
    return 1
  fi
  echo "As it was seen."
}

pom() {
  echo '<project><modelVersion>4.0.0</modelVersion><groupId>findings</groupId><artifactId>one</artifactId>'
  echo '<version>1</version><dependencies>'
  local library
  for library in "$@"; do
    IFS=: read -r group artifact version <<<"$library"
    echo "<dependency><groupId>$group</groupId><artifactId>$artifact</artifactId><version>$version</version></dependency>"
  done
  echo '</dependencies></project>'
}
