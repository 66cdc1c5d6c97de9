package org.vmn.runtime.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.runtime.TestNetworks.all;
import static org.vmn.runtime.TestNetworks.at;
import static org.vmn.runtime.TestNetworks.bench;
import static org.vmn.runtime.TestNetworks.load;
import static org.vmn.runtime.simulate.Change.SECOND;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Call;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Service;

/** Programs: processors shared, slots, queues, calls, closed loads; against closed forms. */
class ServiceTimeTest {
  private static final Options PATIENT =
      Options.seeded(1).withTimeoutNanos(1000 * SECOND).withQueue(Integer.MAX_VALUE);

  private static Network web(int servers, int cpu, int concurrency, int queue, Call... calls) {
    return Change.machine(
        bench(servers, cpu, Balancer.Algorithm.ROUND_ROBIN),
        "web",
        m -> Change.programs(m, Change.program("web", 8080, 1_000_000, concurrency, queue, calls)));
  }

  private static double mean(SimulationResult.OfService service) {
    return Objects.requireNonNull(service.latency()).mean();
  }

  /** One processor shared by all: the mean is that of a queue, 1 / (mu - lambda) (M/G/1-PS). */
  @Test
  void manySlotsShareOneProcessor() throws SimulationException {
    Network network = web(1, 1, 10_000, -1);
    SimulationResult result =
        Simulator.run(
            network, Change.story(400, List.of(load(all(network, "c"), 700)), List.of()), PATIENT);
    double expected = 1e9 / (1000 - 700);
    assertEquals(expected, mean(result.balancers().get(0)), 0.03 * expected);
    assertEquals(0.7, result.machines().get(0).utilisation(), 0.01);
    assertEquals("web.web", result.programs().get(0).name());
    assertEquals(result.balancers().get(0).served(), result.programs().get(0).served());
  }

  /** Two machines of two processors were promised twice what their host has. */
  @Test
  void promisedTooMuch() throws SimulationException {
    Network network =
        Change.network(web(2, 2, 0, -1), host -> Change.host(host, 2), machine -> machine);
    SimulationResult result =
        Simulator.run(
            network,
            Change.story(60, List.of(load(all(network, "c"), 5000)), List.of()),
            Options.seeded(1));
    assertEquals(2000, result.balancers().get(0).servedPerSecond(), 60);
    assertEquals(0.5, result.machines().get(0).utilisation(), 0.01);
    assertEquals(1, result.hosts().get(0).utilisation(), 0.01);
  }

  /** Without a queue the fraction lost is Erlang's B formula. */
  @Test
  void noQueue() throws SimulationException {
    Network network = web(1, 4, 4, 0);
    SimulationResult.OfService www =
        Simulator.run(
                network,
                Change.story(100, List.of(load(all(network, "c"), 3000)), List.of()),
                PATIENT)
            .balancers()
            .get(0);
    double blocked = 1;
    for (int k = 1; k <= 4; k++) {
      blocked = 3 * blocked / (k + 3 * blocked);
    }
    double lost = (double) www.losses().getOrDefault(Loss.QUEUE_FULL, 0L) / www.offered();
    assertEquals(blocked, lost, 0.02 * blocked);
  }

  /** Clients that wait, think and ask again: the machine repair model (M/M/1//N). */
  @Test
  void closedLoad() throws SimulationException {
    Network network = web(1, 1, 0, -1);
    int clients = 20;
    double think = 15;
    Load load =
        new Load.Clients(
            all(network, "c"), new Service.AtBalancer("www"), clients, 15_000_000, 0, 0, 0, at(2));
    SimulationResult.OfService www =
        Simulator.run(network, Change.story(300, List.of(load), List.of()), PATIENT)
            .balancers()
            .get(0);
    double term = 1;
    double sum = 1;
    for (int k = 1; k <= clients; k++) {
      term *= (clients - k + 1) / think;
      sum += term;
    }
    double throughput = 1000 * (1 - 1 / sum);
    assertEquals(throughput, www.servedPerSecond(), 0.01 * throughput);
    // Little's law: clients = throughput * (latency + think).
    double latency = clients / throughput * 1e9 - 15e6;
    assertEquals(latency, mean(www), 0.02 * latency);
  }

  private static Network tiers(long timeout, int retries) {
    Call call = new Call(new Service.AtProgram("c", "store"), 2, 100, 100, timeout, retries, at(3));
    return Change.machine(
        web(1, 1, 0, -1, call),
        "c",
        m -> Change.programs(m, Change.program("store", 9000, 500_000, 0, -1)));
  }

  /** A request's time is its own and, one after the other, that of what it asks. */
  @Test
  void calls() throws SimulationException {
    Network network = tiers(10 * SECOND, 0);
    SimulationResult result =
        Simulator.run(
            network, Change.story(1000, List.of(load(all(network, "c"), 5)), List.of()), PATIENT);
    SimulationResult.OfService store =
        result.programs().stream()
            .filter(p -> p.name().equals("c.store"))
            .findFirst()
            .orElseThrow();
    assertEquals(2.0 * result.balancers().get(0).served(), store.served(), 2);
    // It holds its only slot meanwhile: M/G/1 with service of 1 ms and twice 0.5 ms.
    double service = 2e6;
    double square = service * service + 1e12 + 2 * 0.25e12;
    double wait = 5e-9 * square / (2 * (1 - 5e-9 * service));
    assertEquals(service + wait, mean(result.balancers().get(0)), 0.03 * service);
  }

  /** Who asks a dead program gives up after its timeout, tries again, and fails itself. */
  @Test
  void callsThatFail() throws SimulationException {
    Network network = tiers(SECOND / 10, 2);
    List<Event> dead =
        all(network, "c").include().isEmpty()
            ? List.of()
            : java.util.stream.IntStream.rangeClosed(51, 100)
                .mapToObj(i ->
                    (Event)
                        new Event.Fail(
                            0,
                            new org.vmn.runtime.network.Element.OfMachine(
                                new org.vmn.runtime.network.Ref("c", i)),
                            at(4)))
                .toList();
    SimulationResult.OfService www =
        Simulator.run(
                network, Change.story(1000, List.of(load(all(network, "c"), 2)), dead), PATIENT)
            .balancers()
            .get(0);
    // Round robin over a hundred replicas of which the second fifty are dead: three in a row.
    long failed = www.losses().getOrDefault(Loss.CALL_FAILED, 0L);
    assertTrue(failed > 0, www.losses().toString());
    assertTrue(www.served() > 0);
    assertEquals(www.offered(), www.served() + www.lost() + www.inFlight());
  }

  @Test
  void refusesCircles() {
    Call back = new Call(new Service.AtBalancer("www"), 1, 0, 0, SECOND, 0, at(3));
    Network network = web(1, 1, 0, -1, back);
    SimulationException e =
        assertThrows(
            SimulationException.class,
            () ->
                Simulator.run(
                    network,
                    Change.story(10, List.of(load(all(network, "c"), 1)), List.of()),
                    PATIENT));
    assertEquals("programs ask one another in a circle, through `www`", e.getMessage());
    assertEquals(3, e.origin().line());
  }

  /** Who is refused at once asks again, but time goes on. */
  @Test
  void refusedClientsDontStopTime() throws SimulationException {
    Network network = bench(1, 1, Balancer.Algorithm.RANDOM);
    Load load =
        new Load.Clients(all(network, "c"), new Service.AtBalancer("www"), 3, 0, 0, 0, 0, at(2));
    List<Event> dead =
        List.of(
            new Event.Fail(
                0,
                new org.vmn.runtime.network.Element.OfMachine(
                    new org.vmn.runtime.network.Ref("web", 1)),
                at(4)));
    SimulationResult.OfService www =
        Simulator.run(network, Change.story(20, List.of(load), dead), Options.seeded(1))
            .balancers()
            .get(0);
    assertTrue(www.losses().getOrDefault(Loss.NO_TARGET, 0L) > 10_000, www.losses().toString());
  }

  @Test
  void refusesTransfersWithoutEnd() {
    Network network = bench(2, 1, Balancer.Algorithm.RANDOM);
    Load load = new Load.Transfers(all(network, "c"), all(network, "web"), 1, 0, 1000, at(2));
    SimulationException e =
        assertThrows(
            SimulationException.class,
            () ->
                Simulator.run(
                    network, Change.story(10, List.of(load), List.of()), Options.seeded(1)));
    assertTrue(e.getMessage().contains("makes about 2000000000 requests"), e.getMessage());
  }

  /** A burst multiplies what arrives; a curve is followed point by point; warm-up is left out. */
  @Test
  void burstsAndCurves() throws SimulationException {
    Network network = web(4, 4, 0, -1);
    Load load =
        new Load.Requests(
            all(network, "c"),
            new Service.AtBalancer("www"),
            List.of(
                new Load.Point(10 * SECOND, 100),
                new Load.Point(20 * SECOND, 500),
                new Load.Point(30 * SECOND, 500)),
            0,
            0,
            0,
            at(2));
    List<Event> burst =
        List.of(new Event.Burst(30 * SECOND, new Service.AtBalancer("www"), 3, 10 * SECOND, at(3)));
    Expectation rate =
        Change.expect(
            Expectation.Metric.THROUGHPUT, new Expectation.Subject.OfBalancer("www"), 0, false);
    SimulationResult result =
        Simulator.run(network, Change.story(60, List.of(load), burst, rate), PATIENT);
    List<SimulationResult.Moment> moments = result.balancers().get(0).timeline().moments();
    Poisson.assertCount(1000, offered(moments, 0, 10));
    Poisson.assertCount(3000, offered(moments, 10, 20));
    Poisson.assertCount(5000, offered(moments, 20, 30));
    Poisson.assertCount(15_000, offered(moments, 30, 40));
    Poisson.assertCount(10_000, offered(moments, 40, 60));
    assertTrue(result.passed());
    assertEquals("is asked 3 times as much, for 10 s", result.happenings().get(0).text());
  }

  private static long offered(List<SimulationResult.Moment> moments, int from, int to) {
    return moments.subList(from, to).stream().mapToLong(SimulationResult.Moment::offered).sum();
  }
}
