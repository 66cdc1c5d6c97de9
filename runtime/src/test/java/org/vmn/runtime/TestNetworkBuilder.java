package org.vmn.runtime;

import java.util.List;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Deployment;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Group;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Monitor;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.NetworkBuilder;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.VirtualSwitch;

/** A network of what is said, and nothing else. */
public final class TestNetworkBuilder {
  private final NetworkBuilder network;

  TestNetworkBuilder(String name, long seed) {
    network = new NetworkBuilder(name, seed).sources(List.of("test.vmn"));
  }

  public TestNetworkBuilder hosts(Host... all) {
    network.hosts(List.of(all));
    return this;
  }

  public TestNetworkBuilder fabric(FabricSwitch... all) {
    network.fabric(List.of(all));
    return this;
  }

  public TestNetworkBuilder links(Link... all) {
    network.links(List.of(all));
    return this;
  }

  public TestNetworkBuilder switches(VirtualSwitch... all) {
    network.switches(List.of(all));
    return this;
  }

  public TestNetworkBuilder overlays(Overlay... all) {
    network.overlays(List.of(all));
    return this;
  }

  public TestNetworkBuilder segments(Segment... all) {
    network.segments(List.of(all));
    return this;
  }

  public TestNetworkBuilder externals(External... all) {
    network.externals(List.of(all));
    return this;
  }

  public TestNetworkBuilder routers(Router... all) {
    network.routers(List.of(all));
    return this;
  }

  public TestNetworkBuilder firewalls(Firewall... all) {
    network.firewalls(List.of(all));
    return this;
  }

  public TestNetworkBuilder machines(Machine... all) {
    network.machines(List.of(all));
    return this;
  }

  public TestNetworkBuilder balancers(Balancer... all) {
    network.balancers(List.of(all));
    return this;
  }

  public TestNetworkBuilder chains(Chain... all) {
    network.chains(List.of(all));
    return this;
  }

  public TestNetworkBuilder groups(Group... all) {
    network.groups(List.of(all));
    return this;
  }

  public TestNetworkBuilder policy(Policy said) {
    network.policy(said);
    return this;
  }

  public TestNetworkBuilder assertions(Assertion... all) {
    network.assertions(List.of(all));
    return this;
  }

  public TestNetworkBuilder scenarios(Scenario... all) {
    network.scenarios(List.of(all));
    return this;
  }

  public TestNetworkBuilder monitors(Monitor... all) {
    network.monitors(List.of(all));
    return this;
  }

  public TestNetworkBuilder deployments(Deployment... all) {
    network.deployments(List.of(all));
    return this;
  }

  public Network build() {
    return network.build();
  }
}
