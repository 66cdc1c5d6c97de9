/**
 * The simulator configuration: a {@link org.vmn.runtime.network.Network} as JSON, whose published
 * schema is {@code network.schema.json} beside this package's classes. What is read may come from
 * anybody: it is bounded in size, depth and counts, every member is checked, and every reference
 * resolves before a network is handed out.
 */
@NullMarked
package org.vmn.runtime.config;

import org.jspecify.annotations.NullMarked;
