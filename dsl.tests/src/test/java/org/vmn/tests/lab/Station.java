package org.vmn.tests.lab;

import java.util.List;
import java.util.stream.Stream;

/**
 * A stand-in for a guest that is there in milliseconds: a network namespace in a {@link LabHost}
 * behind a veth device that has the name of the guest's tap. Scripts that add that tap to a bridge
 * need not know.
 */
public final class Station implements Endpoint {
  private final LabHost host;
  private final String name;

  private Station(LabHost host, String name) {
    this.host = host;
    this.name = name;
  }

  /**
   * Starts a station.
   *
   * @param port the device's name on the host's side, at most 15 bytes
   * @param gateway the default gateway, or an empty text
   * @param addresses IPv4 or IPv6 addresses with their length
   */
  public static Station start(
      LabHost host,
      String name,
      String port,
      String mac,
      int mtu,
      String gateway,
      List<String> addresses) {
    Stream<String> script = Stream.of("bash", "-c", Shell.script("station.sh"), "station.sh");
    Stream<String> arguments = Stream.of(name, port, mac, Integer.toString(mtu), gateway);
    host.run(
            Stream.concat(Stream.concat(script, arguments), addresses.stream())
                .toArray(String[]::new))
        .ok();
    return new Station(host, name);
  }

  @Override
  public Result exec(String script) {
    return host.run("ip", "netns", "exec", name, "sh", "-c", "exec 2>&1\n" + script);
  }

  @Override
  public void listen(int port) {
    // setsid and no pipes: it stays when this command ends. PID 1 of the host ends it in the end.
    exec("echo 'echo %1$s' >/run/vmn/%1$s; chmod +x /run/vmn/%1$s; ".formatted(name)
            + "setsid busybox nc -ll -p %d -e sh /run/vmn/%s </dev/null >/dev/null 2>&1 &"
                .formatted(port, name))
        .ok();
    exec("for i in $(seq 50); do busybox netstat -ltn | grep -q ':%d ' && break; sleep 0.02; done"
            .formatted(port))
        .ok();
  }
}
