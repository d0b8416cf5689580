package dev.kindling.workbench;

import static dev.kindling.lab.SampleLabs.lab;
import static dev.kindling.lab.SampleLabs.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.lab.LabInfo;
import dev.kindling.lab.TaskInfo;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TaskOrderTest {

  /** 3 waits for 2, 5 waits for 3 and 4. */
  private final LabInfo lab =
      lab("day2/trees", 2, 1, task(1), task(2), task(3, 2), task(4), task(5, 3, 4));

  private List<Integer> order(int first, boolean only, Integer... known) {
    return TaskOrder.of(lab, first, only, Set.of(known)).stream().map(TaskInfo::number).toList();
  }

  @Test
  void withoutAnEditTasksComeByNumber() {
    assertThat(order(0, false)).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void theEditedTaskComesFirst() {
    assertThat(order(4, false)).containsExactly(4, 1, 2, 3, 5);
  }

  @Test
  void whatTheEditedTaskWaitsForComesBeforeIt() {
    assertThat(order(3, false)).containsExactly(2, 3, 1, 4, 5);
    assertThat(order(5, false)).containsExactly(2, 3, 4, 5, 1);
  }

  @Test
  void theEditedTaskDoesNotWaitForWhatIsKnownToPass() {
    assertThat(order(5, false, 1, 2, 3, 4)).containsExactly(5, 1, 2, 3, 4);
    assertThat(order(5, false, 3)).as("4 is not known").containsExactly(4, 5, 1, 2, 3);
    assertThat(order(3, false, 1)).as("2 is not known").containsExactly(2, 3, 1, 4, 5);
  }

  @Test
  void oneTaskAloneBringsOnlyWhatItWaitsFor() {
    assertThat(order(5, true)).containsExactly(2, 3, 4, 5);
    assertThat(order(1, true)).containsExactly(1);
  }

  @Test
  void aTaskThatDoesNotExistChangesNothing() {
    assertThat(order(9, false)).containsExactly(1, 2, 3, 4, 5);
    assertThat(order(9, true)).containsExactly(1, 2, 3, 4, 5);
  }
}
