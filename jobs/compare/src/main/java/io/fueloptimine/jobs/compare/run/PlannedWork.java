package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.mine.site.Material;

/**
 * The faces and dumps of a simulated mine whose tonnes of the dig plan are not yet met, with the
 * loads under way counted as moved.
 */
public record PlannedWork(Pit pit) implements OpenWork {

    @Override
    public boolean open(String faceId) {
        return pit.digProgress().faceOpen(faceId, pit.now().toEpochMilli());
    }

    @Override
    public boolean open(String dumpId, Material material) {
        return pit.digProgress().dumpOpen(dumpId, material, pit.now().toEpochMilli());
    }
}
