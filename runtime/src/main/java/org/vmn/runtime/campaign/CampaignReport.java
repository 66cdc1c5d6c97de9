package org.vmn.runtime.campaign;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.campaign.CampaignResult.OfExpectation;
import org.vmn.runtime.campaign.CampaignResult.OfVariant;

/** Results of campaigns as JSON and as CSV; the same result gives the same characters. */
public final class CampaignReport {
  /** The version of the format. */
  public static final String SCHEMA = "https://vmn.org/schema/campaign/1";

  private CampaignReport() {}

  public static String toJson(CampaignResult result) {
    StringWriter text = new StringWriter();
    JsonWriter out = new JsonWriter(text);
    out.setFormattingStyle(FormattingStyle.PRETTY);
    try {
      out.beginObject();
      out.name("schema").value(SCHEMA);
      out.name("network").value(result.network());
      out.name("scenario").value(result.scenario());
      out.name("seed").value(result.seed());
      out.name("runs").value(result.planned());
      out.name("complete").value(result.complete());
      out.name("passed").value(result.passed());
      out.name("variants").beginArray();
      for (OfVariant variant : result.variants()) {
        variant(out, variant);
      }
      out.endArray();
      out.endObject();
    } catch (IOException e) {
      throw new IllegalStateException("strings can be written", e);
    }
    return text + "\n";
  }

  private static void variant(JsonWriter out, OfVariant variant) throws IOException {
    out.beginObject();
    out.name("label").value(variant.label());
    out.name("runs").value(variant.runs());
    out.name("expectations").beginArray();
    for (OfExpectation expectation : variant.expectations()) {
      out.beginObject();
      out.name("text").value(expectation.text());
      out.name("met").value(expectation.met());
      out.endObject();
    }
    out.endArray();
    out.name("figures").beginObject();
    for (Map.Entry<String, Estimate> figure : variant.figures().entrySet()) {
      Estimate estimate = figure.getValue();
      out.name(figure.getKey()).beginObject();
      out.name("runs").value(estimate.runs());
      out.name("mean").value(estimate.mean());
      if (estimate.runs() > 1) {
        out.name("halfWidth95").value(estimate.halfWidth());
      }
      out.name("least").value(estimate.least());
      out.name("most").value(estimate.most());
      out.endObject();
    }
    out.endObject();
    out.endObject();
  }

  /**
   * A line for each figure of each variant of each scenario (RFC 4180), which says whether all of
   * it was simulated.
   */
  public static String toCsv(List<CampaignResult> results) {
    StringBuilder text =
        new StringBuilder(
            "scenario,variant,figure,runs,mean,half_width_95,least,most,complete\r\n");
    results.forEach(result -> rows(result, text));
    return text.toString();
  }

  private static void rows(CampaignResult result, StringBuilder text) {
    for (OfVariant variant : result.variants()) {
      variant
          .figures()
          .forEach((name, e) -> {
            text.append(quoted(result.scenario())).append(',');
            text.append(quoted(variant.label())).append(',').append(quoted(name)).append(',');
            text.append(e.runs()).append(',').append(e.mean()).append(',');
            text.append(e.runs() > 1 ? e.halfWidth() : "").append(',');
            text.append(e.least()).append(',').append(e.most()).append(',');
            text.append(result.complete()).append("\r\n");
          });
    }
  }

  /** A formula for a spreadsheet, in a name of the user's, stays a text. */
  private static String quoted(String text) {
    String safe = text.matches("[=+@\t\r-].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
