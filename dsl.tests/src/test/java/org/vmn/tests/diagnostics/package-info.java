/** The pages of diagnostics, whose examples are run. */
@NullMarked
package org.vmn.tests.diagnostics;

import org.jspecify.annotations.NullMarked;
