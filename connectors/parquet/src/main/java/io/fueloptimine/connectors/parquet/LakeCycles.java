package io.fueloptimine.connectors.parquet;

import io.fueloptimine.models.mine.HaulCycle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lake's haul cycles as they were written, each of them once. */
public final class LakeCycles {

    private static final LakeRecord<HaulCycle> ROW = new LakeRecord<>(HaulCycle.class, Map.of());

    private static final Comparator<HaulCycle> IN_ORDER =
            Comparator.comparing(HaulCycle::emptyAt).thenComparing(HaulCycle::truckId);

    private final LakeReader reader;
    private final Duration span;

    /**
     * @param root the lake's folder; it need not be there yet
     * @param span how far back from the newest cycle's end, event time
     */
    public LakeCycles(Path root, Duration span) {
        this.reader = new LakeReader(root);
        this.span = span;
    }

    /**
     * Reads them anew, in order of their ends.
     *
     * @throws IOException naming the file that cannot be read
     */
    public List<HaulCycle> newest() throws IOException {
        Map<String, HaulCycle> cycles = new HashMap<>();
        reader.cycles(
                ROW.columns(),
                row -> {
                    HaulCycle cycle = ROW.read(row);
                    cycles.put(cycle.cycleId(), cycle);
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
}
