/** What is said of networks as a whole, against what they do. */
@NullMarked
package org.vmn.tests.analyze;

import org.jspecify.annotations.NullMarked;
