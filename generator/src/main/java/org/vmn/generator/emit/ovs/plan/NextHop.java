package org.vmn.generator.emit.ovs.plan;

import org.vmn.runtime.forward.Fib;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;

/** A way of a router to what lies outside. */
public record NextHop(int number, Router router, Fib.Entry entry, External external, Ip via) {}
