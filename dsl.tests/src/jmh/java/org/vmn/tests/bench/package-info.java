/** Benchmarks: {@code mvn verify -Pjmh}. */
@NullMarked
package org.vmn.tests.bench;

import org.jspecify.annotations.NullMarked;
