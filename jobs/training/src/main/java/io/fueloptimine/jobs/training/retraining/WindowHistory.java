package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import java.io.IOException;
import java.util.List;

/** Provides the newest fuel windows of haul trucks, for the time span that retraining uses. */
@FunctionalInterface
public interface WindowHistory {

    /**
     * Reads the newest windows.
     *
     * @return the last revision of each window, sorted by time; the same list object as in the last
     *     call if nothing has changed
     * @throws IOException if a file cannot be read; the message names the file
     */
    List<FuelWindow> newest() throws IOException;
}
