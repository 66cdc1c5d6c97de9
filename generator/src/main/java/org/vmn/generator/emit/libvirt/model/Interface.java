package org.vmn.generator.emit.libvirt.model;

import org.vmn.runtime.value.Mac;

/**
 * A network adapter, attached to a tap device that exists before the machine starts and stays when
 * it stops. So the switch never sees the port go: its OpenFlow number, which flows match, stays.
 *
 * @param name unique in the machine
 * @param mtu bytes of an IP packet; a virtio driver in the guest learns it from the device
 */
public record Interface(String name, Mac mac, String tap, int mtu) {}
