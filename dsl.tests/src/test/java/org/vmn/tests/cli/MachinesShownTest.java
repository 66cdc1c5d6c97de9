package org.vmn.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code vmn simulate} says of machines agrees with what it says of services. */
class MachinesShownTest {
  private static final String TEXT =
      """
      network shop
      segment lan { subnet 10.0.0.0/24 }
      vm web[2] { nic lan; runs shop on 80/tcp { demand 1 ms } }
      vm c { nic lan }
      balancer www on 10.0.0.100:80/tcp -> web : shop
      scenario rush {
        for 60 s
        warmup 20 s
        load c -> www { 100 req/s }
        %s
      }
      """;

  @TempDir private Path folder;

  private Cli.Run simulate(String events, Object... more) throws IOException {
    Path file = folder.resolve("shop.vmn");
    Files.writeString(file, TEXT.formatted(events));
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = "simulate";
    arguments[1] = file;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Cli.run(arguments);
  }

  /** Nobody gives up and nothing gets lost, so each answer that counts was some machine's. */
  @Test
  void answersLeaveTheWarmUpOutToo() throws IOException {
    String json = simulate("", "--format", "json").out();
    JsonObject result = JsonParser.parseString(json).getAsJsonArray().get(0).getAsJsonObject();
    long answers = 0;
    for (JsonElement machine : result.getAsJsonArray("machines")) {
      answers += machine.getAsJsonObject().get("served").getAsLong();
    }
    JsonObject www = result.getAsJsonArray("balancers").get(0).getAsJsonObject();
    long served = www.get("served").getAsLong();
    assertTrue(served > 3500 && served < 4500, "40 s of 100 a second: " + served);
    assertEquals(0, www.get("lost").getAsLong());
    assertTrue(answers - served <= www.get("inFlight").getAsLong() && answers >= served);
  }

  @Test
  void whatFailedIsNotLeftForDead() throws IOException {
    String back = simulate("at 30 s fail web[1]; at 40 s restore web[1]").out();
    assertTrue(back.contains("failed, runs again\n"), back);
    String dead = simulate("at 30 s fail web[1]").out();
    assertTrue(dead.contains("failed\n") && !dead.contains("runs again"), dead);
  }
}
