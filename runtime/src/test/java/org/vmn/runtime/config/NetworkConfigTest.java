package org.vmn.runtime.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.network.Network;

class NetworkConfigTest {
  static List<Network> networks() {
    return TestNetworks.all();
  }

  static String written(Network network) throws IOException {
    StringWriter out = new StringWriter();
    NetworkConfig.write(network, out);
    return out.toString();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void whatIsWrittenReadsBack(Network network) throws IOException {
    assertEquals(network, NetworkConfig.read(new StringReader(written(network))));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void writesTheSameEachTimeAndTheVersionFirst(Network network) throws IOException {
    String text = written(network);
    assertEquals(text, written(network));
    assertEquals(
        "  \"schema\": \"https://vmn.org/schema/network/1\",", text.lines().toList().get(1));
    assertTrue(text.endsWith("}\n"));
  }

  @Test
  void readsAndWritesFiles(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("shop.json");
    NetworkConfig.write(TestNetworks.shop(), file);
    assertEquals(TestNetworks.shop(), NetworkConfig.read(file));
    Files.write(file, new byte[] {'{', '"', (byte) 0xff});
    assertEquals("$: the file isn't in UTF-8", message(() -> NetworkConfig.read(file)));
  }

  @Test
  void leavesSimpleRecordsOnOneLine() throws IOException {
    String text = written(TestNetworks.shop());
    assertTrue(text.contains("\"replicas\": {\"count\": 4, \"indexed\": true}"), text);
    assertTrue(text.contains("{\"kind\": \"outside\", \"external\": \"internet\"}"), text);
    assertTrue(text.contains("{\"machine\": \"web\", \"first\": 0, \"last\": 3}"), text);
    assertTrue(text.contains("\"algorithm\": \"least-connections\""), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "network/1 | network/2 | $.schema: this VMN reads https://vmn.org/schema/network/1,"
            + " not `https://vmn.org/schema/network/2`",
        "\"name\": \"shop\" | \"name\": 5 | $.name: expected a string, found a number",
        "\"name\": \"shop\" | \"nome\": \"shop\" | $.nome: unknown member",
        "\"seed\": -7 | \"seed\": \"-7\" | $.seed: expected a whole number of 64 bits, found a"
            + " string",
        "\"seed\": -7 | \"seed\": 1.5 | $.seed: expected a whole number of 64 bits, found 1.5",
        "\"seed\": -7 | \"seed\": null | $.seed: expected a whole number of 64 bits, found null",
        "52:54:00:01:00:00 | 52:54:00 | $.machines[0].nics[0].mac: expected a MAC address",
        "\"least-connections\" | \"fastest\" | $.balancers[0].algorithm: expected one of"
            + " round-robin,",
        "\"kind\": \"vlan\" | \"kind\": \"wire\" | $.segments[0].transport.kind: expected one of"
            + " local, vlan, tunnel",
        "\"kind\": \"vlan\", \"id\": 110 | \"kind\": \"vlan\" | $.segments[0].transport: the member"
            + " `id` is missing",
        "\"kind\": \"vlan\", | \"kind\": \"vlan\", \"vni\": 3, | $.segments[0].transport.vni: not a"
            + " member of this kind",
        "\"cpu\": 1, | \"cpu\": 1, \"cpu\": 1, | $.machines[0].cpu: the member is given twice",
        "{\"count\": 4, | {\"count\": 0, | $.machines[0].replicas: a count of 0",
        "{\"count\": 4, | {\"count\": 5, | $.machines[0].nics[0].addresses[0]: expected 5"
            + " addresses, found 4",
        "\"segment\": \"front\" | \"segment\": \"frond\" | $.routers[0].ports[1].segment: there is"
            + " no segment `frond`",
        "\"machine\": \"web\" | \"machine\": \"wob\" | $.balancers[0].targets[0].machine: there is"
            + " no machine `wob`",
        "\"gateway\": \"kvm[3]\" | \"gateway\": \"kvm[4]\" | $.routers[0].gateway: there is no host"
            + " `kvm[4]`",
        "\"overlay\": \"tenant\" | \"overlay\": \"t\" | $.segments[1].transport.overlay: there is"
            + " no overlay `t`",
        "{\"protocol\": \"tcp\", \"firstPort\": 8443 | {\"protocol\": \"icmp\", \"firstPort\": 8443"
            + " | $.machines[0].programs[0].ports.matches[0]: icmp has no ports: expected 0 to"
            + " 65535",
      })
  void saysWhereAndWhat(String from, String to, String expected) throws IOException {
    String text = written(TestNetworks.shop());
    assertTrue(text.contains(from), "nothing to replace: " + from);
    String broken =
        text.replaceFirst(
            java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
    String message = message(() -> NetworkConfig.read(new StringReader(broken)));
    assertTrue(message.startsWith(expected), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "^^ | $: the text ends too early",
        "{ | $: the text ends too early",
        "[] | $: expected an object, found an array",
        "{} | $: the member `schema` is missing",
        "{\"name\": NaN} | $: not JSON",
        "{'name': 'x'} | $: not JSON",
      })
  void refusesWhatIsNoConfiguration(String text, String expected) {
    String message = message(() -> NetworkConfig.read(new StringReader(text)));
    assertTrue(message.startsWith(expected), message);
  }

  @Test
  void refusesTextAfterTheEnd() throws IOException {
    String text = written(TestNetworks.hello()) + "{}";
    assertTrue(message(() -> NetworkConfig.read(new StringReader(text))).startsWith("$: not JSON"));
  }

  @Test
  void readsMembersInAnyOrder() throws IOException {
    String text = written(TestNetworks.hello());
    String version = "\"schema\": \"" + NetworkConfig.SCHEMA + "\"";
    String body = text.replace(version + ",", "").strip();
    String moved = body.substring(0, body.length() - 1) + ", " + version + ", \"$schema\": \"x\"}";
    assertEquals(TestNetworks.hello(), NetworkConfig.read(new StringReader(moved)));
  }

  static String message(org.junit.jupiter.api.function.Executable action) {
    return String.valueOf(assertThrows(ConfigException.class, action).getMessage());
  }
}
