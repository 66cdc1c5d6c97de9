package org.vmn.dsl.expand;

import org.eclipse.emf.ecore.resource.Resource;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem.Label;
import org.vmn.dsl.imports.Provenance;

/**
 * What is wrong with a file as it is expanded.
 *
 * @param message with its help
 * @param file whose text it is in
 * @param offset characters from the beginning of the file
 * @param within for what the text was being expanded, or null
 * @param used where a template makes of the text what it can't be, or null
 */
public record Finding(
    Code code,
    String message,
    Resource file,
    int offset,
    int length,
    @Nullable Provenance within,
    @Nullable Label used) {}
