package org.vmn.generator.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vmn.runtime.explore.EveryWay;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.PathMtu;
import org.vmn.runtime.forward.Question;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmn trace}. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description =
        "Follows one connection hop by hop, there and back, with the source line of each decision.",
    footer = {
      "",
      "Examples:",
      "  vmn trace shop.vmn 'web[1] -> db[1] tcp/5432'",
      "  vmn trace shop.vmn 'internet -> www'               the balancer's own port",
      "  vmn trace shop.vmn '203.0.113.7 -> 10.20.0.5 icmp' addresses will do",
      "  vmn trace shop.vmn 'web[1] -> db[1] postgres'      a program of the machine",
      "  vmn trace shop.vmn 'tcp 10.0.0.2:49152 -> 10.0.1.2:443'   a packet as proofs show it",
      "  vmn trace shop.vmn 'admin -> web[2] tcp/22' --format json",
      "  vmn trace shop.vmn 'web -> db tcp/5432' --all       each way of each replica",
      "",
      "Exit status 0 when the connection completes, with --all on every way; else 1.",
    })
final class TraceCommand implements Callable<Integer> {
  /** Ways that are shown at the most. */
  private static final int MOST = 1000;

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  @Spec private CommandSpec spec;
  @Mixin private Variables variables;
  @Mixin private Colours colours;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A .vmn file, a simulator configuration (.json), or `-`.")
  private Path file;

  @Parameters(
      index = "1",
      paramLabel = "CONNECTION",
      description =
          "FROM -> TO [PROTOCOL[/PORT]], in quotes; without a protocol a balancer's own, else"
              + " icmp.")
  private String connection;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "pretty",
      description = "pretty or json. Default: pretty.")
  private Format format = Format.PRETTY;

  @Option(
      names = "--all",
      description =
          "Follow it on all ways that it may take: over each of equal routes, to each target of a"
              + " balancer, through each machine of a chain. An end without a number, such as"
              + " `web`, stands for all of its replicas.")
  private boolean all;

  enum Format {
    PRETTY,
    JSON
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Input input = Input.read(file, variables);
    Network network = input.network();
    if (network == null) {
      return Reporter.refuse(input, colours, err);
    }
    Forwarding forwarding = Forwarding.of(network);
    List<Question> questions;
    try {
      questions =
          all
              ? Question.each(forwarding, connection, MOST)
              : List.of(Question.parse(forwarding, connection));
    } catch (IllegalArgumentException e) {
      err.println("error: " + e.getMessage());
      return Main.BAD_INPUT;
    }
    if (all) {
      return every(forwarding, questions, input, out);
    }
    Walk walk = forwarding.walk(questions.get(0).start(), questions.get(0).packet());
    if (format == Format.JSON) {
      out.println(GSON.toJson(WalkJson.of(walk, input)));
    } else {
      Style style = colours.out();
      new WalkText(input, style).lines(walk).forEach(out::println);
      if (walk.arrives()) {
        PathMtu.Least least = new PathMtu(forwarding).of(walk.outward());
        out.println(
            "packets of up to %d bytes get there (%s  %s)"
                .formatted(least.bytes(), least.where(), input.brief(least.origin())));
      }
      out.println(
          walk.completes()
              ? style.green("the connection completes")
              : style.red("the connection fails: " + why(walk)));
    }
    return walk.completes() ? Main.CLEAN : Main.FINDINGS;
  }

  private int every(Forwarding forwarding, List<Question> questions, Input input, PrintWriter out) {
    List<Walk> walks = new ArrayList<>();
    boolean complete = questions.size() < MOST;
    for (Question question : questions) {
      EveryWay ways = EveryWay.of(forwarding, question, MOST - walks.size());
      walks.addAll(ways.walks());
      complete &= ways.complete();
    }
    long completing = walks.stream().filter(Walk::completes).count();
    if (format == Format.JSON) {
      out.println(GSON.toJson(walks.stream().map(w -> WalkJson.of(w, input)).toList()));
    } else {
      Style style = colours.out();
      WalkText text = new WalkText(input, style);
      for (Walk walk : walks) {
        text.lines(walk).forEach(out::println);
        out.println(walk.completes() ? style.green("completes") : style.red("fails: " + why(walk)));
        out.println();
      }
      String count = completing + " of " + Summary.count(walks.size(), "way") + " complete";
      out.println(complete ? count : count + "; there are more, of which these are the first");
    }
    return completing == walks.size() && complete ? Main.CLEAN : Main.FINDINGS;
  }

  private static String why(Walk walk) {
    return walk.deciding().where() + " " + walk.deciding().what();
  }
}
