package org.vmn.generator.format;

import com.google.inject.Injector;
import com.google.inject.Provider;
import java.util.List;
import java.util.Map;
import org.eclipse.xtext.formatting2.FormatterPreferenceKeys;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.preferences.MapBasedPreferenceValues;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Lays out a parsed file. Changes blanks, line ends and the semicolons before them, and nothing
 * else.
 */
public final class Formatter {
  private final Provider<TextRegionAccessBuilder> regions;
  private final Provider<IFormatter2> formatters;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  public Formatter(Injector injector) {
    regions = injector.getProvider(TextRegionAccessBuilder.class);
    formatters = injector.getProvider(IFormatter2.class);
  }

  /** The whole text, laid out. The file must have no syntax errors. */
  public String format(XtextResource file) {
    ITextRegionAccess access = regions.get().forNodeModel(file).create();
    String before = access.regionForDocument().getText();
    FormatterRequest request = new FormatterRequest();
    request.setTextRegionAccess(access);
    request.setAllowIdentityEdits(false);
    request.setPreferences(
        new MapBasedPreferenceValues(
            Map.of(FormatterPreferenceKeys.lineSeparator.getId(), lineEnd(before))));
    List<ITextReplacement> replacements = formatters.get().format(request);
    String after = access.getRewriter().renderToString(replacements);
    if (!words(before).equals(words(after))) {
      throw new IllegalStateException(
          "the formatter would have changed more than blanks and semicolons");
    }
    return after.startsWith(BYTE_ORDER_MARK) ? after.substring(1) : after;
  }

  private static String lineEnd(String text) {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  private static String words(String text) {
    return text.replaceAll("[\\s\ufeff;]+", "");
  }
}
