package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.connectors.parquet.LakeWindows;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads fuel windows from the Parquet lake, and logs which rows were left out. Not thread-safe. */
public final class LakeWindowHistory implements WindowHistory {

    private static final Logger LOG = LoggerFactory.getLogger(LakeWindowHistory.class);

    private final LakeWindows windows;
    private List<FuelWindow> last = List.of();

    public LakeWindowHistory(LakeWindows windows) {
        this.windows = windows;
    }

    @Override
    public List<FuelWindow> newest() throws IOException {
        List<FuelWindow> newest = windows.newest();
        if (newest != last) {
            windows.leftOut().forEach(line -> LOG.warn("Reading the lake: {}", line));
            last = newest;
        }
        return newest;
    }
}
