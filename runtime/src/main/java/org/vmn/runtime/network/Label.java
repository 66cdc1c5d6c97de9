package org.vmn.runtime.network;

/** A fact about an element that VMN gives no meaning of its own: {@code owner = "payments"}. */
public record Label(String name, String value) {}
