package org.vmn.runtime.network;

/** A named set of endpoints. */
public record Group(String name, Endpoints members, Origin origin) {}
