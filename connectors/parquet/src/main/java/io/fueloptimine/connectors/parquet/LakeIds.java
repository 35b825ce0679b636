package io.fueloptimine.connectors.parquet;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;

/**
 * Tells which records the lake already contains, so that a repeated run adds no rows. The ids of a
 * day are read when its first record is asked for, and the ids of the last three days stay in
 * memory as 64-bit hashes (FNV-1a): for ten million ids of a day, a hash of two different ids is
 * the same with a probability of 3 in a million. Not thread-safe.
 *
 * @param <T> the type of the records
 */
public final class LakeIds<T> {

    private static final int DAYS = 3;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private interface DayReader {
        void read(LocalDate day, Set<Long> ids) throws IOException;
    }

    private interface Identity<T> {
        String of(T record);
    }

    private interface Time<T> {
        Instant of(T record);
    }

    private final Identity<T> identity;
    private final Time<T> time;
    private final DayReader reader;
    private final Map<LocalDate, Set<Long>> days =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<LocalDate, Set<Long>> eldest) {
                    return size() > DAYS;
                }
            };

    private LakeIds(Identity<T> identity, Time<T> time, DayReader reader) {
        this.identity = identity;
        this.time = time;
        this.reader = reader;
    }

    /** The readings of a lake, by {@link Reading#id}. */
    public static LakeIds<Reading> readings(Path root) {
        LakeReadings lake = new LakeReadings(root);
        return new LakeIds<>(
                Reading::id,
                Reading::time,
                (day, ids) -> lake.read(Optional.of(day), reading -> ids.add(hash(reading.id()))));
    }

    /** The revisions of windows of a lake, by machine, start and number of readings. */
    public static LakeIds<ScoredWindow> windows(Path root) {
        LakeReader lake = new LakeReader(root);
        List<String> columns = List.of("site", "machine_id", "window_start", "readings");
        return new LakeIds<>(
                LakeIds::idOf,
                scored -> scored.window().start(),
                (day, ids) ->
                        lake.day(
                                LakeTables.windows(),
                                Optional.of(day),
                                columns,
                                row -> ids.add(hash(idOf(columns, row)))));
    }

    /** The haul cycles of a lake, by site and cycle. */
    public static LakeIds<HaulCycle> cycles(Path root) {
        LakeReader lake = new LakeReader(root);
        List<String> columns = List.of("site", "cycle_id");
        return new LakeIds<>(
                cycle -> cycle.site() + "/" + cycle.cycleId(),
                HaulCycle::emptyAt,
                (day, ids) ->
                        lake.day(
                                LakeTables.cycles(),
                                Optional.of(day),
                                columns,
                                row -> ids.add(hash(idOf(columns, row)))));
    }

    /**
     * Whether the lake contains the record.
     *
     * @throws UncheckedIOException when a file of the lake cannot be read
     */
    public boolean contains(T record) {
        LocalDate day = LocalDate.ofInstant(time.of(record), ZoneOffset.UTC);
        return days.computeIfAbsent(day, this::read).contains(hash(identity.of(record)));
    }

    private Set<Long> read(LocalDate day) {
        Set<Long> ids = new HashSet<>();
        try {
            reader.read(day, ids);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    private static String idOf(ScoredWindow scored) {
        return scored.window().site()
                + "/"
                + scored.window().machineId()
                + "/"
                + scored.window().start().toEpochMilli()
                + "/"
                + scored.window().readings();
    }

    private static String idOf(List<String> columns, GenericRecord row) {
        return String.join(
                "/", columns.stream().map(name -> String.valueOf(row.get(name))).toList());
    }

    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }
}
