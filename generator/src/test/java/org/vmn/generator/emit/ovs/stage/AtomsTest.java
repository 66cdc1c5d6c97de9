package org.vmn.generator.emit.ovs.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

class AtomsTest {
  @Test
  void cutsAddressesWhereSetsBeginAndEnd() {
    Map<Integer, IpSet> sets =
        Map.of(
            0, set("10.0.0.0-10.0.0.9", "10.0.0.20"),
            1, set("10.0.0.5-10.0.0.14"),
            2, set("10.0.0.10-255.255.255.255"));
    assertEquals(
        "10.0.0.0-10.0.0.4[0] 10.0.0.5-10.0.0.9[0, 1] 10.0.0.10-10.0.0.14[1, 2]"
            + " 10.0.0.15-10.0.0.19[2] 10.0.0.20[0, 2] 10.0.0.21-255.255.255.255[2]",
        String.join(
            " ", Atoms.ofAddresses(sets).stream().map(a -> a.piece() + "" + a.members()).toList()));
  }

  @Test
  void cutsPortsIntoMasks() {
    Map<Integer, List<Atoms.Range>> sets =
        Map.of(0, List.of(new Atoms.Range(0, 65535)), 1, List.of(new Atoms.Range(80, 95)));
    assertEquals(
        List.of(List.of(0), List.of(0, 1), List.of(0)),
        Atoms.ofPorts(sets).stream().map(Atoms.Atom::members).toList());
    assertEquals(List.of(new Atoms.Block(80, 0xfff0)), Atoms.blocks(new Atoms.Range(80, 95)));
    assertEquals(List.of(new Atoms.Block(0, 0)), Atoms.blocks(new Atoms.Range(0, 65535)));
    assertEquals(
        List.of(new Atoms.Block(65534, 0xfffe)), Atoms.blocks(new Atoms.Range(65534, 65535)));
    assertEquals(
        List.of(new Atoms.Block(1, 0xffff), new Atoms.Block(2, 0xfffe)),
        Atoms.blocks(new Atoms.Range(1, 3)));
  }

  private static IpSet set(String... ranges) {
    return IpSet.of(List.of(ranges).stream().map(IpRange::parse).toList());
  }
}
