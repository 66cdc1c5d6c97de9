package org.vmn.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.eclipse.xtext.testing.InjectWith;
import org.eclipse.xtext.testing.extensions.InjectionExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmn.dsl.tests.VmnInjectorProvider;

/** What a large file takes to load, link and validate: reported, to be read by people. */
@ExtendWith(InjectionExtension.class)
@InjectWith(VmnInjectorProvider.class)
@Tag("slow")
class ThroughputTest {

  @Inject private Language language;

  @ParameterizedTest
  @ValueSource(ints = {10_000, 25_000, 50_000, 100_000})
  void statements(int count, TestReporter reporter) {
    String text = text(count);
    long before = processor();
    assertEquals(List.of(), language.problems(text));
    long millis = (processor() - before) / 1_000_000;
    reporter.publishEntry(count + " statements, " + text.length() + " bytes", millis + " ms");
  }

  private static String text(int statements) {
    StringBuilder text = new StringBuilder("segment lan\nimport std.services.{ssh}\n");
    for (int i = 0; i < statements / 4; i++) {
      text.append("vm v")
          .append(i)
          .append(" { nic lan; runs app")
          .append(i)
          .append(" on 80/tcp }\n");
      text.append("group g")
          .append(i)
          .append(" = v")
          .append(i)
          .append(", v")
          .append(i / 2)
          .append('\n');
      text.append("allow g")
          .append(i)
          .append(" -> v")
          .append(i)
          .append(" : app")
          .append(i)
          .append(", ssh\n");
      text.append("assert v").append(i).append(" reaches v").append(i / 3).append(" on ssh\n");
    }
    return text.toString();
  }

  private static long processor() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
