package org.vmn.runtime.network;

/**
 * What a program asks of another to answer a request.
 *
 * @param service what it asks
 * @param perRequest how often, on average
 * @param timeoutNanos after which it gives up
 * @param retries how often it asks again before it fails itself
 */
public record Call(
    Service service,
    double perRequest,
    long requestBytes,
    long responseBytes,
    long timeoutNanos,
    int retries,
    Origin origin) {}
