package org.vmn.generator.emit.libvirt.model;

import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;

/** Which element of which network something was made from. */
public record Source(String network, Ref element, Origin origin) {}
