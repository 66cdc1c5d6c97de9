/** What things are called on real hosts. */
@NullMarked
package org.vmn.generator.layout;

import org.jspecify.annotations.NullMarked;
