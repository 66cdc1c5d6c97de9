package org.vmn.generator.graph;

/**
 * Colours and letters. Every kind has a shape of its own too, and outlines are dark: a print in
 * grey says the same. Where the reader's screen is dark, so is the picture, but never on paper.
 */
final class SvgStyle {
  private static final String LIGHT =
      """
      text { font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; font-size: %dpx; fill: #1f2328; text-anchor: middle }
      .more, .subtitle { font-size: %dpx; fill: #57606a }
      .label { font-size: %dpx; fill: #57606a; paint-order: stroke; stroke: #fff; stroke-width: 3px }
      .title { font-size: %dpx; font-weight: 700; text-anchor: start }
      .subtitle, .begin { text-anchor: start }
      .name { font-weight: 600 }
      .ground { fill: #fff }
      .line { fill: none; stroke: #6e7781; stroke-width: 1.3 }
      .serves { stroke: #8250df; stroke-dasharray: 5 3 }
      .tip { fill: #8250df }
      .external { fill: #f6f8fa; stroke: #57606a; stroke-dasharray: 4 3 }
      .segment { fill: #eaf4ff; stroke: #2f7fc9 }
      .wire { fill: #eaf4ff; stroke: #2f7fc9; stroke-width: 2 }
      .device { fill: #d7e9fb; stroke: #1f5f9e; stroke-width: 2 }
      .router { fill: #fff3cf; stroke: #9a6700 }
      .balancer { fill: #f6ecff; stroke: #8250df }
      .machine { fill: #fff; stroke: #2da44e }
      .host { fill: #f3f4f6; stroke: #57606a; stroke-width: 1.5 }
      .zone { fill: none; stroke: #57606a; stroke-dasharray: 8 4 }
      .together { fill: none; stroke: #8c959f; stroke-dasharray: 2 3 }
      """
          .formatted(
              Lettering.SIZE, Lettering.SIZE - 2, Lettering.SMALL_SIZE, Lettering.TITLE_SIZE);

  private static final String DARK =
      """
      @media screen and (prefers-color-scheme: dark) {
        text { fill: #e6edf3 }
        .more, .subtitle { fill: #9da7b3 }
        .label { fill: #9da7b3; stroke: #0d1117 }
        .ground { fill: #0d1117 }
        .line { stroke: #8b949e }
        .serves { stroke: #bc8cff }
        .tip { fill: #bc8cff }
        .external { fill: #161b22; stroke: #8b949e }
        .segment, .wire, .device { fill: #0f2238; stroke: #58a6ff }
        .router { fill: #2e2410; stroke: #d29922 }
        .balancer { fill: #271a3d; stroke: #bc8cff }
        .machine { fill: #0d1117; stroke: #3fb950 }
        .host { fill: #161b22; stroke: #8b949e }
        .zone, .together { stroke: #8b949e }
      }
      """;

  static final String TEXT = LIGHT + DARK;

  private SvgStyle() {}
}
