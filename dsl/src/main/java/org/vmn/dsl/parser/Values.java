package org.vmn.dsl.parser;

import com.google.inject.Singleton;
import org.eclipse.xtext.common.services.DefaultTerminalConverters;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.impl.AbstractNullSafeConverter;
import org.eclipse.xtext.nodemodel.INode;
import org.jspecify.annotations.Nullable;

/**
 * What the attributes of the model hold. Where an expression stands instead of a literal the
 * attribute holds <code>${…}</code>, as names and texts with holes do: one mark for all that is not
 * known before the file is expanded. The text between is only for people: blanks are missing, and
 * the expression itself is read where it stands.
 *
 * <p>One for all files: Xtext looks through the whole grammar to make one.
 */
@Singleton
public class Values extends DefaultTerminalConverters {
  /** In the value of an attribute, the beginning of what has yet to be computed. */
  public static final String HOLE = "${";

  /** The same texts come again and again: {@code tcp}, {@code GiB}, {@code 8080}. */
  private static final int USUAL = 4096;

  private final String[] usual = new String[USUAL];

  /** Equal texts are one text, as far as the table goes. */
  @Override
  public @Nullable Object toValue(String text, String rule, @Nullable INode node) {
    Object value = super.toValue(text, rule, node);
    return value instanceof String string ? shared(string) : value;
  }

  /** Threads may put theirs in place of one another: each is as good. */
  private String shared(String text) {
    int place = Math.floorMod(text.hashCode(), USUAL);
    String known = usual[place];
    if (text.equals(known)) {
      return known;
    }
    usual[place] = text;
    return text;
  }

  @ValueConverter(rule = "Invocation")
  public IValueConverter<String> invocation() {
    return HOLES;
  }

  @ValueConverter(rule = "Computed")
  public IValueConverter<String> computed() {
    return HOLES;
  }

  @ValueConverter(rule = "Expression")
  public IValueConverter<String> expression() {
    return HOLES;
  }

  @ValueConverter(rule = "Formula")
  public IValueConverter<String> formula() {
    return HOLES;
  }

  @ValueConverter(rule = "Index")
  public IValueConverter<String> index() {
    return HOLES;
  }

  @ValueConverter(rule = "Numeral")
  public IValueConverter<String> numeral() {
    return HOLES;
  }

  @ValueConverter(rule = "Parentheses")
  public IValueConverter<String> parentheses() {
    return HOLES;
  }

  /** A word alone may be a property, or a text. */
  @ValueConverter(rule = "RuleTerm")
  public IValueConverter<String> ruleTerm() {
    return TERMS;
  }

  @ValueConverter(rule = "Values")
  public IValueConverter<String> values() {
    return HOLES;
  }

  private static final IValueConverter<String> HOLES =
      new AbstractNullSafeConverter<>() {
        @Override
        protected String internalToValue(String text, @Nullable INode node) {
          return isNumber(text) ? text : HOLE + text + "}";
        }

        @Override
        protected String internalToString(String value) {
          return value.startsWith(HOLE)
              ? value.substring(HOLE.length(), value.length() - 1)
              : value;
        }
      };

  private static final IValueConverter<String> TERMS =
      new AbstractNullSafeConverter<>() {
        @Override
        protected String internalToValue(String text, @Nullable INode node) {
          return text.startsWith(HOLE) || Mistake.isWord(text) ? text : HOLE + text + "}";
        }

        @Override
        protected String internalToString(String value) {
          return HOLES.toString(value);
        }
      };

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
  }
}
