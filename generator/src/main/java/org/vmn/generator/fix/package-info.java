/** Applies the fixes of problems to texts: for the command line and for editors alike. */
@NullMarked
package org.vmn.generator.fix;

import org.jspecify.annotations.NullMarked;
