package org.vmn.generator.emit.libvirt.model;

import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;

/**
 * Which element of which network something was made from.
 *
 * @param host where it is
 */
public record Source(String network, Ref element, Ref host, Origin origin) {}
