package org.vmn.runtime.network;

/**
 * A theorem about the network.
 *
 * @param text as the source writes it, without {@code assert}
 */
public record Assertion(String text, Claim claim, Origin origin) {}
