package org.vmn.runtime.simulate;

/** An open load in action: what it asks, who asks, and when. */
record Stream(Order order, Clients clients, Arrivals arrivals, Randomness picks) {}
