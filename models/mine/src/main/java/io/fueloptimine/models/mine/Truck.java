package io.fueloptimine.models.mine;

import java.io.Serializable;

/**
 * A haul truck.
 *
 * @param id its id, unique within the site
 * @param className its class
 * @param pairedLoadingUnitId its loading unit without dispatch
 * @param pairedDumpId its dump without dispatch
 */
public record Truck(String id, String className, String pairedLoadingUnitId, String pairedDumpId)
        implements Serializable {}
