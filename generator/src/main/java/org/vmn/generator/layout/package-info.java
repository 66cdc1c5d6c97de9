/**
 * Where everything of a network is on real hosts, and what it is called there: the replicas of each
 * host, and the names, port numbers and identifiers that all emitters must agree on.
 */
@NullMarked
package org.vmn.generator.layout;

import org.jspecify.annotations.NullMarked;
