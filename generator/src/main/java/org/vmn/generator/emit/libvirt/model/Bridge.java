package org.vmn.generator.emit.libvirt.model;

import java.util.UUID;

/**
 * An Open vSwitch bridge that somebody else makes, as a network of libvirt's.
 *
 * @param bridge the bridge's device
 */
public record Bridge(String name, UUID uuid, String bridge, Source source) {}
