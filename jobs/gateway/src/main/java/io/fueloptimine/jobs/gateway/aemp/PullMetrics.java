package io.fueloptimine.jobs.gateway.aemp;

import io.fueloptimine.jobs.gateway.MetricsText;

/** Formats the counts of pulling for Prometheus. */
public final class PullMetrics {

    private static final String PREFIX = "fuel_gateway_aemp_";
    private static final String COUNTER = "counter";
    private static final String GAUGE = "gauge";

    private PullMetrics() {}

    /** The counts in the text format of Prometheus. */
    public static String text(PullCounts counts) {
        return new MetricsText()
                .add(PREFIX + "polls_total", COUNTER, "Snapshots read completely.", counts.polls())
                .add(
                        PREFIX + "failed_polls_total",
                        COUNTER,
                        "Snapshots of which a page could not be read.",
                        counts.failedPolls())
                .add(
                        PREFIX + "published_messages_total",
                        COUNTER,
                        "Messages that the broker has acknowledged.",
                        counts.published())
                .add(
                        PREFIX + "waiting_messages",
                        GAUGE,
                        "Messages that wait for the broker.",
                        counts.waiting())
                .add(
                        PREFIX + "repeated_sections_total",
                        COUNTER,
                        "Sections whose time was known.",
                        counts.repeatedSections())
                .add(
                        PREFIX + "older_sections_total",
                        COUNTER,
                        "Sections older than the known one.",
                        counts.olderSections())
                .add(
                        PREFIX + "faulty_sections_total",
                        COUNTER,
                        "Sections that could not be read.",
                        counts.faultySections())
                .add(
                        PREFIX + "counter_resets_total",
                        COUNTER,
                        "Fuel counters that fell or jumped.",
                        counts.counterResets())
                .add(
                        PREFIX + "long_gaps_total",
                        COUNTER,
                        "Increases of fuel counters over too long a time to be spread.",
                        counts.longGaps())
                .add(
                        PREFIX + "unlisted_machines",
                        GAUGE,
                        "Machines of the server that the file of machines does not list.",
                        counts.unlistedMachines())
                .toString();
    }
}
