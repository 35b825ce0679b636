package io.fueloptimine.connectors.parquet;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.ProductionState;
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
 * is the one made from most readings. What was not told is NaN or null, as it was when written.
 *
 * <p>Holds what it returns in memory, about 400 bytes a window.
 */
public final class LakeWindows {

    private static final List<String> COLUMNS =
            List.of(
                    "site",
                    "machine_id",
                    "kind",
                    "equipment_class",
                    "operator_id",
                    "window_start",
                    "window_end",
                    "readings",
                    "revision",
                    "fuel_l",
                    "distance_km",
                    "mean_speed_kph",
                    "speed_std_kph",
                    "mean_payload_t",
                    "climb_m",
                    "descent_m",
                    "mean_elevation_m",
                    "mean_engine_load_pct",
                    "mean_engine_rpm",
                    "engine_on_share",
                    "idle_share",
                    "mean_ambient_temp_c",
                    "mean_barometric_kpa",
                    "max_vibration_rms_mm_s",
                    "production_state",
                    "covered_s");

    private static final Comparator<FuelWindow> IN_ORDER =
            Comparator.comparing(FuelWindow::start).thenComparing(FuelWindow::machineId);

    private final LakeReader reader;

    /**
     * @param root the lake's folder; it need not be there yet
     */
    public LakeWindows(Path root) {
        this.reader = new LakeReader(root);
    }

    /**
     * The newest windows of one kind of machine, in order of time.
     *
     * @param span how far back from the newest of them, event time
     * @throws IOException naming the file that cannot be read
     */
    public List<FuelWindow> newest(EquipmentKind kind, Duration span) throws IOException {
        Optional<LocalDate> newestDay = reader.newestWindowDay();
        if (newestDay.isEmpty()) {
            return List.of();
        }
        LocalDate from =
                LocalDate.ofInstant(
                        newestDay.get().atStartOfDay(ZoneOffset.UTC).toInstant().minus(span),
                        ZoneOffset.UTC);
        Map<Minute, FuelWindow> lastWords = new HashMap<>();
        reader.windows(from, COLUMNS, row -> keep(lastWords, kind, row));
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

    private static void keep(
            Map<Minute, FuelWindow> lastWords, EquipmentKind kind, GenericRecord row) {
        if (kind.name().equals(text(row, "kind"))) {
            FuelWindow window = window(row);
            lastWords.merge(
                    new Minute(window.site(), window.machineId(), window.start()),
                    window,
                    (known, other) -> other.readings() >= known.readings() ? other : known);
        }
    }

    private static FuelWindow window(GenericRecord row) {
        String state = text(row, "production_state");
        return new FuelWindow(
                text(row, "site"),
                text(row, "machine_id"),
                EquipmentKind.valueOf(text(row, "kind")),
                text(row, "equipment_class"),
                text(row, "operator_id"),
                time(row, "window_start"),
                time(row, "window_end"),
                (int) row.get("readings"),
                (int) row.get("revision"),
                number(row, "fuel_l"),
                number(row, "distance_km"),
                number(row, "mean_speed_kph"),
                number(row, "speed_std_kph"),
                number(row, "mean_payload_t"),
                number(row, "climb_m"),
                number(row, "descent_m"),
                number(row, "mean_elevation_m"),
                number(row, "mean_engine_load_pct"),
                number(row, "mean_engine_rpm"),
                number(row, "engine_on_share"),
                number(row, "idle_share"),
                (Double) row.get("mean_ambient_temp_c"),
                (Double) row.get("mean_barometric_kpa"),
                (Double) row.get("max_vibration_rms_mm_s"),
                state == null ? null : ProductionState.valueOf(state),
                number(row, "covered_s"));
    }

    /** Equal texts are one object: a day's rows repeat a few names a million times. */
    private static String text(GenericRecord row, String column) {
        Object value = row.get(column);
        return value == null ? null : value.toString().intern();
    }

    private static Instant time(GenericRecord row, String column) {
        return Instant.ofEpochMilli((long) row.get(column));
    }

    private static double number(GenericRecord row, String column) {
        Object value = row.get(column);
        return value == null ? Double.NaN : (double) value;
    }

    private record Minute(String site, String machineId, Instant start) {}
}
