/**
 * Campaigns on a cluster of Apache Spark, for those who outgrow one machine. Built with {@code
 * -Pspark} only: everybody else has neither the code nor the 220 MB of libraries.
 */
@NullMarked
package org.vmn.runtime.spark;

import org.jspecify.annotations.NullMarked;
