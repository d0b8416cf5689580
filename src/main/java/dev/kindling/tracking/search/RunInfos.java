package dev.kindling.tracking.search;

import dev.kindling.tracking.runs.RunInfo;
import dev.kindling.tracking.runs.RunRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Loads what describes runs, in the order of their ids. */
final class RunInfos {

  private final Handle handle;

  RunInfos(Handle handle) {
    this.handle = handle;
  }

  List<RunInfo> of(List<String> ids) {
    Map<String, RunInfo> byId = new HashMap<>();
    handle
        .createQuery(
            "SELECT "
                + RunRows.columns()
                + " FROM runs r WHERE r.run_uuid IN (SELECT value FROM json_each(:ids))")
        .bind("ids", JsonKeys.of(ids))
        .map((row, context) -> RunRows.read(row))
        .forEach(info -> byId.put(info.id(), info));
    return ids.stream().map(byId::get).toList();
  }
}
