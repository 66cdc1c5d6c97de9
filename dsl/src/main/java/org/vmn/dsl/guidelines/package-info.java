/**
 * What the rules of an organisation may speak of: kinds of elements, their properties and parts.
 * The compiler evaluates them; here is only what they may say.
 */
@NullMarked
package org.vmn.dsl.guidelines;

import org.jspecify.annotations.NullMarked;
