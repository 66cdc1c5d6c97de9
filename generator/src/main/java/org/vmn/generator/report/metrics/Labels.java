package org.vmn.generator.report.metrics;

/**
 * The labels of a series.
 *
 * @param text as the format has them, with the braces
 */
record Labels(String text) {
  static final Labels NONE = new Labels("{}");

  Labels and(String name, String value) {
    String before = text.substring(0, text.length() - 1);
    String comma = before.length() > 1 ? "," : "";
    return new Labels(before + comma + name + "=\"" + escaped(value) + "\"}");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
