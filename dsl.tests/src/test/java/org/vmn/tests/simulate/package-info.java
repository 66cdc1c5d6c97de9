/** The simulator on reference workloads that others ran too: its answers, and how true they are. */
@NullMarked
package org.vmn.tests.simulate;

import org.jspecify.annotations.NullMarked;
