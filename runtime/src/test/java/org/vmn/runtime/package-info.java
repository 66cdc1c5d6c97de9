/** Networks that the tests of several packages share. */
@NullMarked
package org.vmn.runtime;

import org.jspecify.annotations.NullMarked;
