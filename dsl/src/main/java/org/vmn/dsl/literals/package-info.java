/** What literals of the language mean: numbers with units, addresses. */
@NullMarked
package org.vmn.dsl.literals;

import org.jspecify.annotations.NullMarked;
