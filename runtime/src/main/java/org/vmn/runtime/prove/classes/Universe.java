package org.vmn.runtime.prove.classes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Machine;

/** All endpoint classes of a network and their legs. */
public final class Universe {
  private final List<EndpointClass> classes;
  private final List<Leg> legs;
  private final Map<String, Pieces> pieces;
  private final Map<String, Map<Long, Leg>> outside;

  Universe(
      List<EndpointClass> classes,
      List<Leg> legs,
      Map<String, Pieces> pieces,
      Map<String, Map<Long, Leg>> outside) {
    this.classes = List.copyOf(classes);
    this.legs = List.copyOf(legs);
    this.pieces = pieces;
    this.outside = outside;
  }

  /**
   * The replicas of a declaration, in order of their numbers, with their classes.
   *
   * @param begins the first replica of each piece
   */
  record Pieces(Machine machine, int[] begins, EndpointClass[] classes) {}

  /** Receives the class of some replicas. */
  public interface PieceConsumer {
    void accept(EndpointClass endpoints, int first, int last);
  }

  public List<EndpointClass> classes() {
    return classes;
  }

  /** By {@link Leg#number}. */
  public List<Leg> legs() {
    return legs;
  }

  /** The leg of an external for an atom of its addresses, or null. */
  public @Nullable Leg outside(String external, int policyClass, int forwardingClass) {
    return outside.getOrDefault(external, Map.of()).get(key(policyClass, forwardingClass));
  }

  /** Of a part of an external. */
  static long key(int policyClass, int forwardingClass) {
    return (long) policyClass << 32 | forwardingClass;
  }

  /** The classes of the replicas {@code first} to {@code last} of a machine. */
  public void forEachPiece(String machine, int first, int last, PieceConsumer action) {
    Pieces of = pieces.get(machine);
    if (of == null) {
      return;
    }
    int[] begins = of.begins();
    int at = Arrays.binarySearch(begins, first);
    for (int i = at < 0 ? -at - 2 : at; i < begins.length && begins[i] <= last; i++) {
      int end = i + 1 < begins.length ? begins[i + 1] - 1 : of.machine().count() - 1;
      action.accept(of.classes()[i], Math.max(first, begins[i]), Math.min(last, end));
    }
  }

  /** The class of one replica, or null for a machine without adapters. */
  public @Nullable EndpointClass of(Replica replica) {
    EndpointClass[] found = new EndpointClass[1];
    forEachPiece(
        replica.machine().name(), replica.offset(), replica.offset(), (c, f, l) -> found[0] = c);
    return found[0];
  }
}
