package org.vmn.runtime.network;

/**
 * How many replicas run, by how busy they are. The machine's count is the most.
 *
 * @param least that always run, 1 or more
 * @param initial that run at the beginning
 * @param above utilisation of processors above which one is added, 0 to 1
 * @param below utilisation below which one is taken away
 * @param bootNanos from a replica's start until it serves
 * @param cooldownNanos between two changes
 */
public record Scale(
    int least,
    int initial,
    double above,
    double below,
    long bootNanos,
    long cooldownNanos,
    Origin origin) {}
