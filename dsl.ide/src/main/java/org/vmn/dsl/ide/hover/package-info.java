/**
 * Hover: what a name or a word of the language means. Others add to it by a {@link
 * org.vmn.dsl.ide.hover.HoverContributor}.
 */
@NullMarked
package org.vmn.dsl.ide.hover;

import org.jspecify.annotations.NullMarked;
