package io.fueloptimine.connectors.parquet;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the lake's haul cycles, each once. */
public final class LakeCycles {

    private static final LakeRowReader<HaulCycle> ROW =
            new LakeRowReader<>(HaulCycle.class, Map.of());

    private static final Comparator<HaulCycle> IN_ORDER =
            Comparator.comparing(HaulCycle::emptyAt).thenComparing(HaulCycle::truckId);

    private final LakeReader reader;
    private final String site;
    private final Duration span;

    /**
     * @param root the lake's folder; the folder need not exist yet and may contain data of other
     *     mines
     * @param site the mine
     * @param span the span of event time before the end of the newest cycle for which cycles are
     *     read
     */
    public LakeCycles(Path root, String site, Duration span) {
        this.reader = new LakeReader(root);
        this.site = site;
        this.span = span;
    }

    /**
     * Reads the newest cycles, in order of their ends.
     *
     * @throws IOException naming the file that cannot be read
     */
    public List<HaulCycle> newest() throws IOException {
        Map<String, HaulCycle> cycles = new HashMap<>();
        reader.leftOut().clear();
        reader.cycles(
                ROW.columns(),
                row -> {
                    // Trucks of two mines can have the same name, and their cycles the same id.
                    if (site.equals(String.valueOf(row.get("site")))) {
                        HaulCycle cycle = ROW.read(row);
                        cycles.put(cycle.cycleId(), cycle);
                    }
                });
        Instant since =
                cycles.values().stream()
                        .map(HaulCycle::emptyAt)
                        .max(Comparator.naturalOrder())
                        .map(newest -> newest.minus(span))
                        .orElse(Instant.MAX);
        return cycles.values().stream()
                .filter(cycle -> cycle.emptyAt().isAfter(since))
                .sorted(IN_ORDER)
                .toList();
    }

    /**
     * The cycles that were left out of the list that {@link #newest} returned last, one line for
     * each reason.
     */
    public List<String> leftOut() {
        return reader.leftOut().lines();
    }
}
