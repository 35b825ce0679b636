package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.mine.FuelWindow;
import java.io.IOException;
import java.util.List;

/**
 * One mine's windows of a history that may hold several mines', as a lake does. Not thread-safe.
 */
public final class SiteWindows implements WindowHistory {

    private final WindowHistory all;
    private final String site;
    private List<FuelWindow> seen;
    private List<FuelWindow> ofSite = List.of();

    /**
     * @param site the mine whose windows are kept
     */
    public SiteWindows(WindowHistory all, String site) {
        this.all = all;
        this.site = site;
    }

    @Override
    public List<FuelWindow> newest() throws IOException {
        List<FuelWindow> now = all.newest();
        // The very same list where nothing has come: that is how a request is known to wait.
        if (now != seen) {
            seen = now;
            ofSite = now.stream().filter(window -> window.site().equals(site)).toList();
        }
        return ofSite;
    }
}
