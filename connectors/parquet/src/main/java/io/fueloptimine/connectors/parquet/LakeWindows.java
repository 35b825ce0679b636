package io.fueloptimine.connectors.parquet;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.FuelWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/**
 * The lake's scored windows as the fuel windows that they were: of each minute the last word, which
 * is the one made from most readings, and of several such the last revision. What was not told is
 * NaN or null, as it was when written.
 *
 * <p>Holds what it returned last in memory, about 400 bytes a window, and returns the very same
 * list until the lake has other files. Not thread-safe.
 */
public final class LakeWindows {

    private static final LakeRecord<FuelWindow> ROW =
            new LakeRecord<>(
                    FuelWindow.class, Map.of("start", "window_start", "end", "window_end"));

    private static final Comparator<FuelWindow> IN_ORDER =
            Comparator.comparing(FuelWindow::start).thenComparing(FuelWindow::machineId);

    private static final Comparator<FuelWindow> LAST_WORD =
            Comparator.comparingInt(FuelWindow::readings).thenComparingInt(FuelWindow::revision);

    private final LakeReader reader;
    private final String site;
    private final EquipmentKind kind;
    private final Duration span;
    private List<Path> filesRead = List.of();
    private List<FuelWindow> windows = List.of();

    /**
     * The newest windows of one kind of a mine's machines.
     *
     * @param root the lake's folder; it need not be there yet, and may hold other mines too
     * @param site the mine
     * @param span how far back from the newest of them, event time
     */
    public LakeWindows(Path root, String site, EquipmentKind kind, Duration span) {
        this.reader = new LakeReader(root);
        this.site = site;
        this.kind = kind;
        this.span = span;
    }

    /**
     * The windows, in order of time.
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

    private List<FuelWindow> read() throws IOException {
        Optional<LocalDate> newestDay = reader.newestWindowDay();
        if (newestDay.isEmpty()) {
            return List.of();
        }
        LocalDate from =
                LocalDate.ofInstant(
                        newestDay.get().atStartOfDay(ZoneOffset.UTC).toInstant().minus(span),
                        ZoneOffset.UTC);
        Map<Minute, FuelWindow> lastWords = new HashMap<>();
        reader.windows(from, ROW.columns(), row -> keep(lastWords, row));
        Instant since =
                lastWords.keySet().stream()
                        .map(Minute::start)
                        .max(Comparator.naturalOrder())
                        .map(newest -> newest.minus(span))
                        .orElse(Instant.MAX);
        return lastWords.values().stream()
                .filter(window -> window.start().isAfter(since))
                .sorted(IN_ORDER)
                .toList();
    }

    private void keep(Map<Minute, FuelWindow> lastWords, GenericRecord row) {
        if (site.equals(String.valueOf(row.get("site")))
                && kind.name().equals(String.valueOf(row.get("kind")))) {
            FuelWindow window = ROW.read(row);
            lastWords.merge(
                    new Minute(window.machineId(), window.start()),
                    window,
                    (known, other) -> LAST_WORD.compare(other, known) > 0 ? other : known);
        }
    }

    private record Minute(String machineId, Instant start) {}
}
