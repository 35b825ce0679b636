package io.fueloptimine.models.mine.site;

import java.io.Serializable;

/**
 * The tonnes of a material that are planned to be dumped at one dump in a shift.
 *
 * @param dumpId the dump or crusher, a location's id
 * @param material the material
 * @param shiftTonnes tonnes per shift, t
 */
public record DumpTarget(String dumpId, Material material, double shiftTonnes)
        implements Serializable {}
