/**
 * Fair shares: how much of processors, links and disks each of many activities gets at the same
 * time, and when each is done. One solver serves them all. It knows no machines and no networks:
 * resources with a capacity, and flows, each over some of them.
 */
@NullMarked
package org.vmn.runtime.simulate.fluid;

import org.jspecify.annotations.NullMarked;
