package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.models.mine.site.Material;

/** Loads of one material from one face to one dump. */
public record Haul(String faceId, Material material, String dumpId) {}
