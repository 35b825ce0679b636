package io.fueloptimine.models.mine;

import java.io.Serializable;

/**
 * A haul truck.
 *
 * @param id its name
 * @param className its class
 * @param pairedLoadingUnitId the loading unit it serves when nobody dispatches
 * @param pairedDumpId the dump it serves when nobody dispatches
 */
public record Truck(String id, String className, String pairedLoadingUnitId, String pairedDumpId)
        implements Serializable {}
