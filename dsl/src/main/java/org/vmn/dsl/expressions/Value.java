package org.vmn.dsl.expressions;

import java.util.List;
import java.util.stream.Collectors;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Model;
import org.vmn.dsl.vmn.Named;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** What an expression comes to. */
public sealed interface Value {

  /** As it is written in the language, and shown to the user. */
  String text();

  /** What kind of value it is: {@code a size such as 4 GiB}. */
  String kind();

  /**
   * A number or a quantity.
   *
   * @param amount in the base unit of its dimension
   */
  record Amount(Rational amount, Dimension dimension) implements Value {
    public static Amount of(long count) {
      return new Amount(Rational.of(count), Dimension.COUNT);
    }

    @Override
    public String text() {
      Written written = Written.of(this);
      return written.unit().isEmpty() ? written.digits() : written.digits() + " " + written.unit();
    }

    @Override
    public String kind() {
      return dimension.example();
    }
  }

  /** A text. */
  record Text(String text) implements Value {
    @Override
    public String kind() {
      return "a text";
    }
  }

  /** A truth. */
  record Truth(boolean holds) implements Value {
    @Override
    public String text() {
      return Boolean.toString(holds);
    }

    @Override
    public String kind() {
      return "true or false";
    }
  }

  /** An address. */
  record Address(Ip ip) implements Value {
    @Override
    public String text() {
      return ip.toString();
    }

    @Override
    public String kind() {
      return "an address such as 10.0.0.1";
    }
  }

  /** A block of addresses. */
  record Block(Prefix prefix) implements Value {
    @Override
    public String text() {
      return prefix.toString();
    }

    @Override
    public String kind() {
      return "a prefix such as 10.0.0.0/24";
    }
  }

  /** A hardware address. */
  record Hardware(Mac mac) implements Value {
    @Override
    public String text() {
      return mac.toString();
    }

    @Override
    public String kind() {
      return "a MAC address";
    }
  }

  /**
   * A declaration, which whoever takes the value may name.
   *
   * @param count its replicas, 1 when it has none
   */
  record Declaration(Named named, long count) implements Value {
    @Override
    public String text() {
      return named.getName();
    }

    @Override
    public String kind() {
      return Messages.withArticle(Nouns.of(named));
    }
  }

  /** What a file will declare under a name, once it is expanded. */
  record Name(String text, Model file) implements Value {
    @Override
    public String kind() {
      return "the name of a declaration";
    }
  }

  /** Several values. */
  record Listing(List<Value> items) implements Value {
    public Listing {
      items = List.copyOf(items);
    }

    @Override
    public String text() {
      return items.stream().map(Value::text).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String kind() {
      return "a list";
    }
  }
}
