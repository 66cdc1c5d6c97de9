package org.vmn.runtime.config;

import com.google.gson.TypeAdapter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/**
 * The adapter of every type in a network, found by the type: the records themselves say what a
 * configuration holds. For one reading or writing.
 */
final class Adapters {
  private final Budget budget = new Budget();
  private final Map<Type, TypeAdapter<?>> made = new HashMap<>();

  Adapters() {
    made.put(int.class, NumberAdapter.INT);
    made.put(Integer.class, NumberAdapter.INT);
    made.put(long.class, NumberAdapter.LONG);
    made.put(double.class, NumberAdapter.DOUBLE);
    made.put(boolean.class, new BooleanAdapter());
    text(String.class, new TextAdapter<>("a string", s -> s, s -> s));
    text(Ip.class, new TextAdapter<>("an address", Ip::parse, Ip::toString));
    text(Prefix.class, new TextAdapter<>("a prefix", Prefix::parse, Prefix::toString));
    text(Mac.class, new TextAdapter<>("a MAC address", Mac::parse, Mac::toString));
    text(Ref.class, new TextAdapter<>("a name such as kvm[2]", Ref::parse, Ref::toString));
    text(
        UplinkRef.class,
        new TextAdapter<>("an uplink such as kvm[2].eno1", UplinkRef::parse, UplinkRef::toString));
    text(
        Origin.class,
        new TextAdapter<>("an origin such as shop.vmn:14:5-14:20", Origin::parse, Origin::encoded));
    text(
        IpRange.class,
        new TextAdapter<>("a range of addresses", RangeText::parse, RangeText::format));
    made.put(
        IpSet.class,
        new IpSetAdapter(new ListAdapter<>(record(IpRange.class), Layout.LINE, budget)));
  }

  private <T> void text(Class<T> type, TextAdapter<T> adapter) {
    made.put(type, adapter);
  }

  /** The adapter of a class. */
  @SuppressWarnings("unchecked") // `of` answers with an adapter of the type that it is asked for.
  <T> TypeAdapter<T> record(Class<T> type) {
    return (TypeAdapter<T>) of(type);
  }

  /** The members of a record, for an object that has others too. */
  <T> RecordAdapter<T> members(Class<T> type) {
    return (RecordAdapter<T>) record(type);
  }

  private TypeAdapter<?> of(Type type) {
    TypeAdapter<?> known = made.get(type);
    if (known == null) {
      // A claim may hold a claim: while an adapter is made, others may already refer to it.
      Later<?> later = new Later<>();
      made.put(type, later);
      known = make(type);
      made.put(type, known);
      later.is(known);
    }
    return known;
  }

  private TypeAdapter<?> make(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      TypeAdapter<?> element = of(list.getActualTypeArguments()[0]);
      return new ListAdapter<>(element, isSimple(element) ? Layout.LINE : Layout.LINES, budget);
    }
    if (!(type instanceof Class<?> c)) {
      throw new IllegalStateException("no adapter for " + type);
    }
    return c.isEnum() ? enumeration(c) : c.isSealed() ? sealed(c) : ofRecord(c);
  }

  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // Java has no type for "the enum that this class is".
  private static TypeAdapter<?> enumeration(Class<?> type) {
    return new EnumAdapter(type);
  }

  private <T> TypeAdapter<T> sealed(Class<T> type) {
    SealedAdapter<T> adapter = new SealedAdapter<>(budget);
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      add(adapter, permitted.asSubclass(type));
    }
    return adapter;
  }

  private <T, S extends T> void add(SealedAdapter<T> adapter, Class<S> type) {
    adapter.add(type, members(type));
  }

  private <T> RecordAdapter<T> ofRecord(Class<T> type) {
    if (!type.isRecord()) {
      throw new IllegalStateException("no adapter for " + type);
    }
    Shape<T> shape = new Shape<>(type, this::of);
    List<TypeAdapter<?>> parts = new ArrayList<>();
    shape.components().forEach(c -> parts.add(c.adapter()));
    boolean simple = parts.stream().allMatch(Adapters::isLineOfItself);
    return new RecordAdapter<>(shape, simple ? Layout.LINE : Layout.LINES, budget);
  }

  private static boolean isSimple(TypeAdapter<?> adapter) {
    return adapter instanceof TextAdapter
        || adapter instanceof NumberAdapter
        || adapter instanceof EnumAdapter
        || adapter instanceof BooleanAdapter;
  }

  private static boolean isLineOfItself(TypeAdapter<?> adapter) {
    return isSimple(adapter)
        || adapter instanceof IpSetAdapter
        || adapter instanceof ListAdapter<?> list && list.isLine();
  }
}
