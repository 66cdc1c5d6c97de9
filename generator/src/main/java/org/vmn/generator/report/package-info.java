/**
 * What a simulation found, for other programs and as a page for people: events as JSON lines,
 * figures as OpenMetrics, all of it as HTML. The texts are functions of the results.
 */
@NullMarked
package org.vmn.generator.report;

import org.jspecify.annotations.NullMarked;
