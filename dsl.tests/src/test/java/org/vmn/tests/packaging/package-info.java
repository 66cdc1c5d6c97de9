/** The product as users get it: one jar, and what starts it. */
@NullMarked
package org.vmn.tests.packaging;

import org.jspecify.annotations.NullMarked;
