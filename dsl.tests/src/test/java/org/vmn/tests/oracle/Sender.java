package org.vmn.tests.oracle;

/**
 * Where connections begin: own addresses only unless an adapter may forge, and what is permitted.
 */
record Sender(Space space, Permission permission) {

  void send(Spot spot, Run run) {
    Memory memory = Memory.of(spot, space.sent());
    Headers may =
        switch (spot) {
          case Spot.Adapter a -> may(a);
          case Spot.Outside o -> space.sent().isFrom(o.addresses());
        };
    run.to(
        spot instanceof Spot.Adapter a
            ? new Stage.Leaving(a, memory)
            : new Stage.OnWire(spot.segment(), null, memory),
        may);
    run.lose(memory, may.not());
  }

  private Headers may(Spot.Adapter adapter) {
    Headers own = adapter.nic().spoof() ? space.all() : space.sent().isFrom(adapter.addresses());
    return adapter.machine().quarantined()
        ? space.none()
        : own.and(permission.permits(space.sent()));
  }
}
