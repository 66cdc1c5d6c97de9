package org.vmn.runtime.config;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/** A set of addresses as the array of its ranges. */
final class IpSetAdapter extends TypeAdapter<IpSet> {
  private final TypeAdapter<List<IpRange>> ranges;

  IpSetAdapter(TypeAdapter<List<IpRange>> ranges) {
    this.ranges = ranges;
  }

  @Override
  public IpSet read(JsonReader in) throws IOException {
    return IpSet.of(ranges.read(in));
  }

  @Override
  public void write(JsonWriter out, IpSet value) throws IOException {
    ranges.write(out, value.ranges());
  }
}
