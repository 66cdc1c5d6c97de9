package org.vmn.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.config.ConfigException;
import org.vmn.runtime.config.NetworkConfig;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.value.Ip;

/**
 * Configurations in which values were exchanged for others of the same text: they are refused, or
 * no phase fails on them.
 */
class HostileNetworkTest {
  private static final Pattern VALUE =
      Pattern.compile("(?<=: |\\[|, )(\"[^\"]*\"|-?\\d+|true|false|null)");

  private int accepted;

  @Test
  void whatIsAcceptedCanBeProvedAndWalked() throws IOException {
    Random random = new Random(7);
    for (int seed = 0; seed < 60; seed++) {
      StringWriter text = new StringWriter();
      NetworkConfig.write(RandomNetwork.of(seed), text);
      for (int i = 0; i < 10; i++) {
        use(exchanged(text.toString(), random));
      }
    }
    assertTrue(accepted > 30, accepted + " accepted");
  }

  private static String exchanged(String text, Random random) {
    List<MatchResult> values = VALUE.matcher(text).results().toList();
    MatchResult one = values.get(random.nextInt(values.size()));
    String other = values.get(random.nextInt(values.size())).group();
    return text.substring(0, one.start()) + other + text.substring(one.end());
  }

  private void use(String text) throws IOException {
    Network network;
    try {
      network = NetworkConfig.read(new StringReader(text));
    } catch (ConfigException e) {
      return;
    }
    accepted++;
    Forwarding forwarding = Forwarding.of(network);
    Prover.of(forwarding).proveAll(network.assertions());
    for (Machine machine : network.machines()) {
      for (Nic nic : machine.nics()) {
        for (Ip ip : nic.at(0)) {
          Packet packet = Packet.opening(ip, Ip.highest(ip.family()), Protocol.TCP, 65535);
          forwarding.walk(new Place.Adapter(machine, 0, nic), packet);
        }
      }
    }
  }
}
