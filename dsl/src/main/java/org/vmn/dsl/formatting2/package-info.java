/** Layout; the name of the package is fixed by Xtext's generator. */
@NullMarked
package org.vmn.dsl.formatting2;

import org.jspecify.annotations.NullMarked;
