package org.vmn.generator.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vmn.generator.graph.Drawing.Box;
import org.vmn.generator.graph.Drawing.Line;
import org.vmn.generator.graph.Drawing.Point;
import org.vmn.generator.graph.Graph.Kind;

/** A graph as a picture that browsers and documents show, with a title and a legend. */
public final class Svg {
  private static final double CORNER = 18;
  private static final double MARGIN = 24;
  private static final double TOP = 56;
  private static final double BOTTOM = 44;
  private static final double SWATCH = 22;

  private final StringBuilder out = new StringBuilder();

  private Svg() {}

  public static String of(Graph graph) {
    Svg svg = new Svg();
    svg.draw(graph, Drawing.of(graph));
    return svg.out.toString();
  }

  private void draw(Graph graph, Drawing drawing) {
    List<Kind> kinds = Legend.kinds(drawing);
    boolean serves = drawing.lines().stream().anyMatch(l -> l.edge().serves());
    double needed = Math.max(Legend.width(kinds, serves), Lettering.title(graph)) + 2 * MARGIN;
    double shift = Math.max(0, (needed - drawing.width()) / 2);
    String width = number(Math.max(drawing.width(), needed));
    String height = number(drawing.height() + TOP + BOTTOM);
    line(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s"
                + " %s\" role=\"img\">")
            .formatted(width, height, width, height));
    line("<title>%s</title>".formatted(escaped(graph.title() + ": " + graph.subtitle())));
    line("<style>\n%s</style>".formatted(SvgStyle.TEXT));
    line(
        "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\""
            + " markerHeight=\"7\" orient=\"auto\"><path class=\"tip\" d=\"M0 0 8 4 0 8z\"/>"
            + "</marker></defs>");
    line("<rect class=\"ground\" width=\"%s\" height=\"%s\"/>".formatted(width, height));
    words("title", MARGIN, 32, graph.title());
    words("subtitle", MARGIN, 50, graph.subtitle());
    line("<g transform=\"translate(%s %s)\">".formatted(number(shift), number(TOP)));
    // Boxes that hold something lie below the lines, what they hold above.
    drawing.lines().forEach(this::connection);
    drawing.boxes().forEach(this::box);
    drawing.lines().stream().filter(l -> !l.edge().label().isEmpty()).forEach(this::label);
    line("</g>");
    legend(kinds, serves, drawing.height() + TOP);
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
    words(
        "label",
        line.label().x(),
        line.label().y() + Lettering.SMALL_SIZE / 3.0,
        line.edge().label());
  }

  private void box(Box box) {
    String name = box.node().lines().isEmpty() ? "" : box.node().lines().get(0);
    line(
        "<g data-kind=\"%s\" data-name=\"%s\">".formatted(style(box.node().kind()), escaped(name)));
    shape(box.node().kind(), box.x(), box.y(), box.width(), box.height());
    boolean holds = !box.node().inside().isEmpty();
    double height = holds ? Lettering.height(box.node()) : box.height();
    double y =
        box.y()
            + (height - (box.node().lines().size() - 1) * Lettering.LINE) / 2
            + Lettering.SIZE / 3.0;
    double x = holds ? box.x() + Lettering.PADDING : box.x() + box.width() / 2;
    for (int i = 0; i < box.node().lines().size(); i++) {
      String style = (i == 0 ? "name" : "more") + (holds ? " begin" : "");
      words(style, x, y + i * Lettering.LINE, box.node().lines().get(i));
    }
    line("</g>");
  }

  private void shape(Kind kind, double x, double y, double width, double height) {
    switch (kind) {
      case EXTERNAL, WIRE -> rectangle(kind, x, y, width, height, Math.min(height / 2, CORNER));
      case SEGMENT, HOST, ZONE, TOGETHER -> rectangle(kind, x, y, width, height, 8);
      case MACHINE, DEVICE -> rectangle(kind, x, y, width, height, 3);
      case ROUTER -> polygon(kind, x, y, width, height, Math.min(12, width / 4), true);
      case BALANCER -> polygon(kind, x, y, width, height, Math.min(12, width / 4), false);
    }
  }

  private void rectangle(Kind kind, double x, double y, double width, double height, double round) {
    line(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>"
            .formatted(
                style(kind), number(x), number(y), number(width), number(height), number(round)));
  }

  /** A hexagon, or without a waist a trapezium. */
  private void polygon(
      Kind kind, double x, double y, double width, double height, double slant, boolean waist) {
    double right = x + width;
    double bottom = y + height;
    double middle = waist ? y + height / 2 : bottom;
    double foot = waist ? slant : 0;
    List<Point> points =
        List.of(
            new Point(x + slant, y),
            new Point(right - slant, y),
            new Point(right, middle),
            new Point(right - foot, bottom),
            new Point(x + foot, bottom),
            new Point(x, middle));
    List<String> texts = points.stream().map(p -> number(p.x()) + "," + number(p.y())).toList();
    line("<polygon class=\"%s\" points=\"%s\"/>".formatted(style(kind), String.join(" ", texts)));
  }

  private void legend(List<Kind> kinds, boolean serves, double top) {
    double x = MARGIN;
    double y = top + 12;
    for (Kind kind : kinds) {
      shape(kind, x, y, SWATCH, 14);
      words("more begin", x + SWATCH + 6, y + 11, kind.word());
      x += Legend.step(kind.word());
    }
    if (serves) {
      line(
          "<polyline class=\"line serves\" marker-end=\"url(#arrow)\" points=\"%s,%s %s,%s\"/>"
              .formatted(number(x), number(y + 7), number(x + SWATCH), number(y + 7)));
      words("more begin", x + SWATCH + 6, y + 11, Legend.SERVES);
    }
  }

  private void words(String style, double x, double y, String text) {
    line(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
            .formatted(style, number(x), number(y), escaped(text)));
  }

  private static String style(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
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
