package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.graph.Dot;
import org.vmn.generator.graph.Graph;
import org.vmn.generator.graph.Mermaid;
import org.vmn.generator.graph.Svg;
import org.vmn.runtime.network.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmn graph}. */
@Command(
    name = "graph",
    mixinStandardHelpOptions = true,
    description =
        "Draws a network: segments with their machines, and what connects them; or hosts and what"
            + " is placed on them. Replicas are folded.",
    footer = {
      "",
      "Examples:",
      "  vmn graph shop.vmn -o shop.svg",
      "  vmn graph shop.vmn --view physical -o hosts.svg",
      "  vmn graph shop.vmn --format mermaid      for a document on a code host",
      "  vmn graph shop.vmn --format dot | dot -Tpng > shop.png",
    })
final class GraphCommand implements Callable<Integer> {
  /** The languages of pictures. */
  enum Format {
    SVG,
    DOT,
    MERMAID
  }

  @Spec private CommandSpec spec;
  @Mixin private Variables variables;
  @Mixin private Colours colours;

  @Parameters(
      paramLabel = "FILE",
      description = "A .vmn file, a simulator configuration (.json), or `-` for standard input.")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "svg, dot or mermaid. Default: what the output's name ends in, else svg.")
  private @Nullable Format format;

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      description = "logical or physical. Default: logical.")
  private Graph.View view = Graph.View.LOGICAL;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUTPUT",
      description = "Where to write; standard output otherwise.")
  private @Nullable Path output;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Outputs.check(file, output == null ? List.of() : List.of(output));
    Input input = Input.read(file, variables);
    Network network = input.network();
    if (network == null) {
      return Reporter.refuse(input, colours, spec.commandLine().getErr());
    }
    Graph graph = Graph.of(network, view);
    String text =
        switch (format == null ? byName(output) : format) {
          case SVG -> Svg.of(graph);
          case DOT -> Dot.of(graph);
          case MERMAID -> Mermaid.of(graph);
        };
    if (output == null) {
      out.print(text);
    } else {
      OutputFile.write(output, text);
    }
    return Main.CLEAN;
  }

  private Format byName(@Nullable Path output) {
    String name = output == null ? "" : String.valueOf(output.getFileName());
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "dot", "gv" -> Format.DOT;
      case "mmd", "mermaid" -> Format.MERMAID;
      case "png", "jpg", "jpeg", "gif", "pdf", "html" ->
          throw new ParameterException(
              spec.commandLine(),
              "`"
                  + name
                  + "` is not written: pictures are .svg, .dot or .mmd, or as `--format` says");
      default -> Format.SVG;
    };
  }
}
