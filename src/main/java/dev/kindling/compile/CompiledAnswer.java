package dev.kindling.compile;

import dev.kindling.result.CompileReport;
import dev.kindling.result.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer, compiled.
 *
 * @param report whether it compiled; when not, the rest is empty
 * @param classes the folder of its classes, without those of the lab
 * @param className the class to judge
 * @param methods what is known of the answer's own methods, by name
 * @param files the shown path of each source file, by its simple name
 * @param hash the hash of the sources
 */
public record CompiledAnswer(
    CompileReport report,
    @Nullable Path classes,
    @Nullable String className,
    Map<String, MethodFacts> methods,
    Map<String, String> files,
    String hash) {

  public CompiledAnswer {
    methods = Map.copyOf(methods);
    files = Map.copyOf(files);
  }

  static CompiledAnswer broken(List<Problem> problems, String hash) {
    return new CompiledAnswer(
        new CompileReport(false, problems), null, null, Map.of(), Map.of(), hash);
  }
}
