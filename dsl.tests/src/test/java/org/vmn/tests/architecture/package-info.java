/** The architecture's rules, as tests. */
@NullMarked
package org.vmn.tests.architecture;

import org.jspecify.annotations.NullMarked;
