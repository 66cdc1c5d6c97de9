package org.vmn.runtime.forward;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Ref;

/**
 * A packet's way between two hosts, or between a host and outside.
 *
 * @param from the host that it leaves, or null from outside
 * @param to the host that it gets to, or null to outside
 * @param segment whose frames carry it
 */
public record Hop(@Nullable Ref from, @Nullable Ref to, String segment) {}
