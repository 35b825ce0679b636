package io.fueloptimine.jobs.settings;

import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.clock.ClockRules;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the options of {@link JobOptions#CLOCKS}: which readings may advance event time. */
final class ClockArguments {

    private static final Logger LOG = LoggerFactory.getLogger(ClockArguments.class);
    private static final String MAX_AHEAD = "a duration of 0 or more such as 5min";

    private ClockArguments() {}

    /**
     * The rules; null if an option has a fault, which is recorded in {@code given}. The log names
     * the open sites.
     *
     * @param mines the mines whose machines are known; null if the mine files have faults
     */
    static ClockRules read(JobArguments given, MineSites mines) {
        Duration maxAhead = maxAhead(given);
        List<String> openSites = openSites(given, mines);
        if (mines == null || maxAhead == null || openSites == null) {
            return null;
        }
        if (mines.bySite().isEmpty() && openSites.isEmpty()) {
            LOG.warn("No machine may advance event time: there is no mine file and no open site");
        }
        openSites.forEach(
                site ->
                        LOG.warn(
                                "Site {} is open ({}): any machine of the site may advance event"
                                        + " time",
                                site,
                                JobOptions.CLOCK_OPEN_SITES.key()));
        return ClockRules.of(mines).withOpenSites(Set.copyOf(openSites)).withMaxAhead(maxAhead);
    }

    private static Duration maxAhead(JobArguments given) {
        Duration maxAhead = given.required(JobOptions.CLOCK_MAX_AHEAD, MAX_AHEAD);
        if (maxAhead != null && maxAhead.isNegative()) {
            given.addFault(
                    JobOptions.CLOCK_MAX_AHEAD,
                    given.rawValue(JobOptions.CLOCK_MAX_AHEAD),
                    MAX_AHEAD);
            return null;
        }
        return maxAhead;
    }

    private static List<String> openSites(JobArguments given, MineSites mines) {
        List<String> sites = given.required(JobOptions.CLOCK_OPEN_SITES, "names of sites");
        if (sites != null) {
            sites.forEach(site -> addFault(given, site, mines));
        }
        return sites;
    }

    private static void addFault(JobArguments given, String site, MineSites mines) {
        if (!MineName.isValid(site)) {
            given.addFault(
                    JobOptions.CLOCK_OPEN_SITES, site, MineName.violation(site).orElseThrow());
        } else if (mines != null && mines.mine(site).isPresent()) {
            given.addFault(JobOptions.CLOCK_OPEN_SITES, site, "a site without a mine file");
        }
    }
}
