package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.mine.FuelWindow;
import java.io.IOException;
import java.util.List;

/** The newest fuel windows of haul trucks, for the time span that retraining uses. */
@FunctionalInterface
public interface WindowHistory {

    /**
     * The windows now.
     *
     * @return in order of time, the last revision of each; the same list object as before if
     *     nothing has changed
     * @throws IOException naming the file that cannot be read
     */
    List<FuelWindow> newest() throws IOException;
}
