package org.vmn.tests.oracle;

/** All devices of one network. */
final class Devices implements Device {
  private final Sender sender;
  private final Wire wire;
  private final RouterDevice router;
  private final Edge edge;
  private final Receiver receiver;
  private final AnswerDevice answer;
  private final BackDevice back;

  /**
   * @param everyExit whether senders use every way off their segment, not only the first
   */
  Devices(Space space, Catalogue catalogue, boolean everyExit) {
    Sets sets = new Sets(catalogue);
    Permission permission = new Permission(space, sets, catalogue.network().policy());
    Exits exits = new Exits(space, catalogue);
    Balancing balancing = new Balancing(space, catalogue);
    Translations translations = new Translations(space);
    Walls walls = new Walls(space, catalogue, sets);
    Routes routes = new Routes(space, catalogue);
    Chains chains = new Chains(space, catalogue, sets);
    sender = new Sender(space, permission);
    wire = new Wire(space, catalogue, exits, balancing, translations, walls, routes, everyExit);
    router = new RouterDevice(space, catalogue, routes, translations, balancing, walls);
    edge = new Edge(catalogue);
    receiver = new Receiver(space, catalogue, permission, walls, chains);
    answer = new AnswerDevice(space, catalogue, exits);
    back = new BackDevice(space, catalogue, exits, routes, translations, walls);
  }

  Run start(Spot spot) {
    Run run = new Run();
    sender.send(spot, run);
    run.follow(this);
    return run;
  }

  @Override
  public void pass(Stage stage, Headers packets, Run run) {
    switch (stage) {
      case Stage.Leaving at -> receiver.pass(at, packets, run);
      case Stage.OnWire at -> wire.pass(at, packets, run);
      case Stage.InRouter at -> router.pass(at, packets, run);
      case Stage.Routing at -> router.pass(at, packets, run);
      case Stage.AtEdge at -> edge.pass(at, packets, run);
      case Stage.Entering at -> receiver.pass(at, packets, run);
      case Stage.AtAdapter at -> receiver.pass(at, packets, run);
      case Stage.Delivered at -> answer.pass(at, packets, run);
      case Stage.BackOnWire at -> back.pass(at, packets, run);
      case Stage.BackOnLink at -> back.pass(at, packets, run);
      case Stage.BackInRouter at -> back.pass(at, packets, run);
      case Stage.BackAtEdge at -> edge.pass(at, packets, run);
      case Stage.BackAt at -> answer.pass(at, packets, run);
    }
  }
}
