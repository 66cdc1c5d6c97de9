package org.vmn.generator.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vmn.generator.graph.Drawing.Box;
import org.vmn.generator.graph.Drawing.Line;
import org.vmn.generator.graph.Drawing.Point;

/**
 * A graph as a picture that browsers and documents show. Legible on light and dark ground: it
 * brings its own.
 */
public final class Svg {
  private static final double CORNER = 18;

  private static final String STYLE =
      """
      text { font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; font-size: %dpx; fill: #1f2328; text-anchor: middle }
      text.more { font-size: %dpx; fill: #57606a }
      text.label { font-size: %dpx; fill: #57606a; paint-order: stroke; stroke: #fff; stroke-width: 3px }
      .name { font-weight: 600 }
      .ground { fill: #fff }
      .line { fill: none; stroke: #8c959f; stroke-width: 1.3 }
      .serves { stroke: #8250df; stroke-dasharray: 5 3 }
      .external { fill: #f6f8fa; stroke: #57606a; stroke-dasharray: 4 3 }
      .segment { fill: #ddf4ff; stroke: #54aeff }
      .router { fill: #fff8c5; stroke: #d4a72c }
      .balancer { fill: #fbefff; stroke: #8250df }
      .machine { fill: #dafbe1; stroke: #4ac26b }
      """
          .formatted(Lettering.SIZE, Lettering.SIZE - 2, Lettering.SMALL_SIZE);

  private final StringBuilder out = new StringBuilder();

  private Svg() {}

  public static String of(Graph graph) {
    Svg svg = new Svg();
    svg.draw(graph.title(), Drawing.of(graph));
    return svg.out.toString();
  }

  private void draw(String title, Drawing drawing) {
    String width = number(drawing.width());
    String height = number(drawing.height());
    line(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s"
                + " %s\" role=\"img\">")
            .formatted(width, height, width, height));
    line("<title>%s</title>".formatted(escaped(title)));
    line("<style>\n%s</style>".formatted(STYLE));
    line(
        "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\""
            + " markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\""
            + " fill=\"#8250df\"/></marker></defs>");
    line("<rect class=\"ground\" width=\"%s\" height=\"%s\"/>".formatted(width, height));
    drawing.lines().forEach(this::connection);
    drawing.boxes().forEach(this::box);
    drawing.lines().stream().filter(l -> !l.edge().label().isEmpty()).forEach(this::label);
    line("</svg>");
  }

  private void connection(Line line) {
    List<String> points = new ArrayList<>();
    for (Point point : line.points()) {
      points.add(number(point.x()) + "," + number(point.y()));
    }
    String more = line.edge().serves() ? " serves\" marker-end=\"url(#arrow)" : "";
    line("<polyline class=\"line%s\" points=\"%s\"/>".formatted(more, String.join(" ", points)));
  }

  private void label(Line line) {
    String at = position(line.label().x(), line.label().y() + Lettering.SMALL_SIZE / 3.0);
    line("<text class=\"label\" %s>%s</text>".formatted(at, escaped(line.edge().label())));
  }

  private void box(Box box) {
    String kind = box.node().kind().name().toLowerCase(Locale.ROOT);
    line("<g>");
    switch (box.node().kind()) {
      case EXTERNAL, SEGMENT -> rectangle(box, kind, Math.min(box.height() / 2, CORNER));
      case MACHINE -> rectangle(box, kind, 4);
      case ROUTER -> polygon(box, kind, 12, 12);
      case BALANCER -> polygon(box, kind, 12, 0);
    }
    double y =
        box.y()
            + (box.height() - (box.node().lines().size() - 1) * Lettering.LINE) / 2
            + Lettering.SIZE / 3.0;
    for (int i = 0; i < box.node().lines().size(); i++) {
      String at = position(box.x() + box.width() / 2, y + i * Lettering.LINE);
      line(
          "<text class=\"%s\" %s>%s</text>"
              .formatted(i == 0 ? "name" : "more", at, escaped(box.node().lines().get(i))));
    }
    line("</g>");
  }

  private void rectangle(Box box, String kind, double corner) {
    line(
        "<rect class=\"%s\" %s width=\"%s\" height=\"%s\" rx=\"%s\"/>"
            .formatted(
                kind,
                position(box.x(), box.y()),
                number(box.width()),
                number(box.height()),
                number(corner)));
  }

  /** A hexagon, or with no waist a trapezium. */
  private void polygon(Box box, String kind, double slant, double waist) {
    double right = box.x() + box.width();
    double bottom = box.y() + box.height();
    double middle = waist == 0 ? bottom : box.y() + box.height() / 2;
    double foot = waist == 0 ? 0 : slant;
    List<Point> points =
        List.of(
            new Point(box.x() + slant, box.y()),
            new Point(right - slant, box.y()),
            new Point(right, middle),
            new Point(right - foot, bottom),
            new Point(box.x() + foot, bottom),
            new Point(box.x(), middle));
    List<String> texts = points.stream().map(p -> number(p.x()) + "," + number(p.y())).toList();
    line("<polygon class=\"%s\" points=\"%s\"/>".formatted(kind, String.join(" ", texts)));
  }

  private static String position(double x, double y) {
    return "x=\"" + number(x) + "\" y=\"" + number(y) + "\"";
  }

  private static String number(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
