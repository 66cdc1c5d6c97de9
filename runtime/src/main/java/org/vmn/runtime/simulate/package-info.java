/**
 * Runs scenarios: a discrete-event simulation of requests through balancers, links and machines.
 * Who may talk to whom, and how, is asked of {@link org.vmn.runtime.forward.Forwarding} and never
 * derived here. The same network, scenario and options give the same result, bit for bit.
 */
@NullMarked
package org.vmn.runtime.simulate;

import org.jspecify.annotations.NullMarked;
