package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.mine.FuelWindow;
import java.io.IOException;
import java.util.List;

/** The haul trucks' newest fuel windows, as far back as retraining looks. */
@FunctionalInterface
public interface WindowHistory {

    /**
     * The windows now.
     *
     * @return in order of time, of each minute the last word; the very same list as before where
     *     nothing has come
     * @throws IOException naming what cannot be read
     */
    List<FuelWindow> newest() throws IOException;
}
