/**
 * What the compiler finds out about a file beyond its text, for editors: problems, verdicts,
 * computed values.
 */
@NullMarked
package org.vmn.dsl.ide.analysis;

import org.jspecify.annotations.NullMarked;
