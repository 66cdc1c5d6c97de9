/** Campaigns on a real Spark cluster: a master and two workers, each a process on this machine. */
@NullMarked
package org.vmn.tests.spark;

import org.jspecify.annotations.NullMarked;
