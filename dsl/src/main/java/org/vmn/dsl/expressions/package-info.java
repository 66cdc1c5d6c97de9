/**
 * Expressions: what `2 * size`, `subnet(net, 8, i)` and the holes of `web-${i}` come to. The
 * grammar only finds where an expression ends; it is read here from its text, so that expressions
 * in names and texts are the same language, and literals cost the model nothing. Everything that is
 * wrong with one is a {@link org.vmn.dsl.expressions.Wrong} with its place.
 */
@NullMarked
package org.vmn.dsl.expressions;

import org.jspecify.annotations.NullMarked;
