package io.fueloptimine.connectors.parquet;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;

/**
 * Reads the lake's scored windows as fuel windows. Of the revisions of a window, only the final one
 * is returned: the one with the most readings, and of several such revisions the last one. Missing
 * values are NaN or null.
 *
 * <p>The list that was returned last is cached until the files of the lake change; it needs about
 * 400 bytes per window. Not thread-safe.
 */
public final class LakeWindows {

    private static final LakeRowReader<FuelWindow> ROW =
            new LakeRowReader<>(
                    FuelWindow.class, Map.of("start", "window_start", "end", "window_end"));

    private static final Comparator<FuelWindow> IN_ORDER =
            Comparator.comparing(FuelWindow::start).thenComparing(FuelWindow::machineId);

    private static final Comparator<FuelWindow> BY_COMPLETENESS =
            Comparator.comparingInt(FuelWindow::readings).thenComparingInt(FuelWindow::revision);

    private static final int MAX_SITES = 20;

    private final LakeReader reader;
    private final String site;
    private final EquipmentKind kind;
    private final Duration span;
    private final Set<String> sites = new TreeSet<>();
    private List<Path> filesRead = List.of();
    private List<FuelWindow> windows = List.of();

    /**
     * Creates a reader of the newest windows of one kind of machine in a mine.
     *
     * @param root the lake's folder; the folder need not exist yet and may contain data of other
     *     mines
     * @param site the mine
     * @param span the span of event time before the newest window for which windows are read
     */
    public LakeWindows(Path root, String site, EquipmentKind kind, Duration span) {
        this.reader = new LakeReader(root);
        this.site = site;
        this.kind = kind;
        this.span = span;
    }

    /**
     * Reads the newest windows, in order of time.
     *
     * @throws IOException naming the file that cannot be read
     */
    public List<FuelWindow> newest() throws IOException {
        List<Path> files = reader.windowFiles();
        if (!files.equals(filesRead)) {
            windows = read();
            filesRead = files;
        }
        return windows;
    }

    /** The sites of the rows that were read last; only some of the sites if there are many. */
    public Set<String> sites() {
        return Collections.unmodifiableSet(sites);
    }

    /**
     * The rows that were left out of the list that {@link #newest} returned last, one line for each
     * reason.
     */
    public List<String> leftOut() {
        return reader.leftOut().lines();
    }

    private List<FuelWindow> read() throws IOException {
        reader.leftOut().clear();
        sites.clear();
        LocalDate from =
                reader.newestWindowDay()
                        .map(newest -> newest.atStartOfDay(ZoneOffset.UTC).toInstant().minus(span))
                        .map(since -> LocalDate.ofInstant(since, ZoneOffset.UTC))
                        .orElse(LocalDate.MAX);
        Map<Minute, FuelWindow> latest = new HashMap<>();
        reader.windows(from, ROW.columns(), row -> keep(latest, row));
        Instant since =
                latest.keySet().stream()
                        .map(Minute::start)
                        .max(Comparator.naturalOrder())
                        .map(newest -> newest.minus(span))
                        .orElse(Instant.MAX);
        return latest.values().stream()
                .filter(window -> window.start().isAfter(since))
                .sorted(IN_ORDER)
                .toList();
    }

    private void keep(Map<Minute, FuelWindow> latest, GenericRecord row) {
        String rowSite = String.valueOf(row.get("site"));
        if (sites.size() < MAX_SITES) {
            sites.add(rowSite);
        }
        if (site.equals(rowSite) && kind.name().equals(String.valueOf(row.get("kind")))) {
            FuelWindow window = ROW.read(row);
            latest.merge(
                    new Minute(window.machineId(), window.start()),
                    window,
                    (known, other) -> BY_COMPLETENESS.compare(other, known) > 0 ? other : known);
        }
    }

    private record Minute(String machineId, Instant start) {}
}
