/**
 * What only shows when a network is looked at as a whole: rules that do nothing, routes that lead
 * nowhere, targets that nobody finds. Each class knows one story, reads the Network and changes
 * nothing.
 */
@NullMarked
package org.vmn.generator.analyze;

import org.jspecify.annotations.NullMarked;
