/**
 * An organisation's rules: evaluates them over the elements of a network. A violation is reported
 * at the element, with the words of the rule.
 */
@NullMarked
package org.vmn.generator.guideline;

import org.jspecify.annotations.NullMarked;
