package de.hexapolis.query.work;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many assets a shared cause, a silent gateway or source, explains the silence of, on the wire. Immutable.
 *
 * @param count ever since it was told
 * @param held those whose own silence is still held back
 */
@Schema(name = "MembersOfAlert")
public record Members(@Schema(examples = "14") long count, @Schema(examples = "12") long held) {}
