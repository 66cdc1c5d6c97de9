package org.vmn.runtime.network;

/** A program that listens on a machine. */
public record Program(String name, Traffic ports, Origin origin) {}
