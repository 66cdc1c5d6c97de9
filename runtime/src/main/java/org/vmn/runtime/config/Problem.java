package org.vmn.runtime.config;

/**
 * Something that a network must not have.
 *
 * @param path the JSON path of the element in the configuration, such as {@code
 *     $.machines[2].nics[0].segment}
 * @param text what is wrong, in a sentence
 */
public record Problem(String path, String text) {}
