package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The machines that serve: each has as many servers as processors and one queue, first come, first
 * served. A machine that serves several balancers is one station.
 */
final class Stations {
  private final Requests requests;
  private final int room;
  private final Map<Integer, Station> byReplica = new HashMap<>();
  private final List<Station> all = new ArrayList<>();

  /** One machine. */
  static final class Station {
    final End machine;
    private final int servers;
    private int busy;
    private int head = Requests.NONE;
    private int tail = Requests.NONE;
    private int waiting;
    private long served;
    private long since;
    private double work;

    private Station(End machine, int servers) {
      this.machine = machine;
      this.servers = servers;
    }

    long served() {
      return served;
    }

    /** Fraction of its servers' time that was used until the end or its failure. */
    double utilisation(long end) {
      long until = Math.min(end, machine.dies());
      account(until);
      return until == 0 ? 0 : work / ((double) servers * until);
    }

    private void account(long now) {
      long until = Math.min(now, machine.dies());
      if (until > since) {
        work += (double) busy * (until - since);
        since = until;
      }
    }
  }

  /** What happens to a request that comes to a station. */
  enum Taken {
    STARTS,
    WAITS,
    REFUSED
  }

  /**
   * @param room how many may wait
   */
  Stations(Requests requests, int room) {
    this.requests = requests;
    this.room = room;
  }

  List<Station> all() {
    return all;
  }

  Station of(End machine, int servers) {
    return byReplica.computeIfAbsent(
        machine.replica(),
        replica -> {
          Station station = new Station(machine, servers);
          all.add(station);
          return station;
        });
  }

  Taken take(Station station, int request, long now) {
    if (station.busy < station.servers) {
      station.account(now);
      station.busy++;
      return Taken.STARTS;
    }
    if (station.waiting == room) {
      return Taken.REFUSED;
    }
    if (station.tail == Requests.NONE) {
      station.head = request;
    } else {
      requests.next[station.tail] = request;
    }
    station.tail = request;
    station.waiting++;
    return Taken.WAITS;
  }

  /** A request was served; gives the one that starts instead, or {@link Requests#NONE}. */
  int finish(Station station, long now) {
    station.served++;
    int next = poll(station);
    if (next == Requests.NONE) {
      station.account(now);
      station.busy--;
    }
    return next;
  }

  /** Takes the first of those who wait, or {@link Requests#NONE}. */
  int poll(Station station) {
    int first = station.head;
    if (first != Requests.NONE) {
      station.head = requests.next[first];
      station.tail = station.head == Requests.NONE ? Requests.NONE : station.tail;
      station.waiting--;
      requests.next[first] = Requests.NONE;
    }
    return first;
  }
}
