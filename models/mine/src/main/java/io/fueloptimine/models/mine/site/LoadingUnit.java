package io.fueloptimine.models.mine.site;

import java.io.Serializable;

/**
 * A shovel or loader.
 *
 * @param id the name of the loading unit, unique within the site
 * @param kind the kind of loading unit
 * @param faceId the id of the location where the loading unit works
 * @param material the material that it digs there
 * @param meanLoadingS mean time to load one truck, s
 * @param maxTph highest dig rate, t/h
 */
public record LoadingUnit(
        String id,
        LoadingUnitKind kind,
        String faceId,
        Material material,
        double meanLoadingS,
        double maxTph)
        implements Serializable {}
