package org.vmn.generator.capability;

import org.vmn.runtime.network.Origin;

/**
 * A place that asks for a feature.
 *
 * @param name what the message names
 */
record Use(Origin origin, String name) {}
