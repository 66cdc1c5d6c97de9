package org.vmn.tests.reuse;

/** A network that takes much of what it says from other files. */
public final class Importing {
  public static final String ROOT =
      """
      network n
      import lab.parts.{lan, node, count}
      import lab.rules
      vm web[count] : node(net = lan)
      vm spare { nic lan; memory 9 GiB }
      """;
  public static final String PARTS =
      """
      import lab.sizes.{ram}
      segment lan { subnet 10.0.0.0/24 }
      var count = 2
      template node(net: segment) { nic net; memory ram }
      """;

  private Importing() {}
}
