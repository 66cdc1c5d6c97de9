/**
 * The linter: what is right and still looks like a mistake. One class a check, each with a page of
 * its own. It runs on networks without errors, and only when it is asked for.
 */
@NullMarked
package org.vmn.generator.lint;

import org.jspecify.annotations.NullMarked;
