/**
 * Who sends and who receives: replicas that no table tells apart are one endpoint class, however
 * many they are and whatever they are called.
 */
@NullMarked
package org.vmn.runtime.prove.classes;

import org.jspecify.annotations.NullMarked;
