/**
 * A run as the exporters that watch a real network would have told it: one class for each exporter,
 * and one that writes the format. What the simulator doesn't know isn't there.
 */
@NullMarked
package org.vmn.generator.report.metrics;

import org.jspecify.annotations.NullMarked;
