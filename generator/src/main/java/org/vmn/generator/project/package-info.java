/**
 * What a project says about its diagnostics: levels in {@code vmn.json}, and suppressions in the
 * text. Neither changes what a network is.
 */
@NullMarked
package org.vmn.generator.project;

import org.jspecify.annotations.NullMarked;
