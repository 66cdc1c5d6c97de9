package org.vmn.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsLab("ovs")
class FlowsTest {
  @TempDir Path dir;

  @Test
  void normalises() {
    assertEquals(
        List.of("priority=5,tcp,nw_src=10.0.0.0/24,tp_dst=80 actions=output:1"),
        parse("priority=5,tcp,nw_src=10.0.0.7/24,tp_dst=80 actions=output:1"));
  }

  @Test
  void refusesAMatchThatWasWidened() {
    AssertionError error =
        assertThrows(AssertionError.class, () -> parse("priority=5,tp_dst=80 actions=drop"));
    assertTrue(error.getMessage().contains("pre: tp_dst=80"), error.getMessage());
  }

  @Test
  void refusesWhatOvsRefuses() {
    AssertionError error =
        assertThrows(AssertionError.class, () -> parse("ip,nw_src=10.0.0.0/33 actions=drop"));
    assertTrue(error.getMessage().contains(":1: 10.0.0.0/33"), error.getMessage());
  }

  private List<String> parse(String flows) {
    return Flows.parse(Dirs.write(dir.resolve("flows.txt"), flows + "\n"));
  }
}
