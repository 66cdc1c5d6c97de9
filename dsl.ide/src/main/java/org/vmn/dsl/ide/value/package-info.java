/** Variables, parameters and repetitions' variables, which the grammar reads as text. */
@NullMarked
package org.vmn.dsl.ide.value;

import org.jspecify.annotations.NullMarked;
