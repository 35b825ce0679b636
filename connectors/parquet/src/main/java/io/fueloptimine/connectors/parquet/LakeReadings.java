package io.fueloptimine.connectors.parquet;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.input.InvalidJsonException;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.AssignmentReply;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * Reads the lake's readings as the records that {@link ParquetLake} wrote. A number that was NaN is
 * null. Not thread-safe.
 */
public final class LakeReadings {

    private static final LakeRowReader<Header> HEADER = new LakeRowReader<>(Header.class, Map.of());
    private static final LakeRowReader<Telemetry> TELEMETRY =
            new LakeRowReader<>(Telemetry.class, Map.of());
    private static final LakeRowReader<StateChange> STATE =
            new LakeRowReader<>(StateChange.class, Map.of());
    private static final LakeRowReader<Refuel> REFUEL = new LakeRowReader<>(Refuel.class, Map.of());
    private static final LakeRowReader<Note> NOTE = new LakeRowReader<>(Note.class, Map.of());
    private static final LakeRowReader<AssignmentReply> REPLY =
            new LakeRowReader<>(AssignmentReply.class, Map.of());

    private static final List<String> COLUMNS =
            LakeTables.readings().schema().getFields().stream().map(Schema.Field::name).toList();

    private final LakeReader reader;

    /**
     * @param root the lake's folder
     */
    public LakeReadings(Path root) {
        reader = new LakeReader(root);
    }

    /**
     * Reads the readings of one day (UTC), in the order of files and rows.
     *
     * @param day the day; empty for folders whose names are not a day
     * @throws IOException naming the file that cannot be read
     */
    public void read(Optional<LocalDate> day, Consumer<Reading> readings) throws IOException {
        reader.day(LakeTables.readings(), day, COLUMNS, row -> readings.accept(reading(row)));
    }

    /** The rows that were left out so far, one line for each reason. */
    public List<String> leftOut() {
        return reader.leftOut().lines();
    }

    private static Reading reading(GenericRecord row) {
        Header header = HEADER.read(row);
        try {
            return new Reading(
                    header.site,
                    header.kind,
                    header.machineId,
                    header.stream,
                    header.sequence,
                    header.time,
                    header.receivedAt,
                    header.redelivered,
                    header.flags,
                    part(header, ReadingStream.TELEMETRY, TELEMETRY, row),
                    part(header, ReadingStream.STATE, STATE, row),
                    part(header, ReadingStream.REFUEL, REFUEL, row),
                    part(header, ReadingStream.NOTE, NOTE, row),
                    part(header, ReadingStream.REPLY, REPLY, row),
                    header.stream == ReadingStream.CYCLE ? cycle(row) : null,
                    header.unknownFields);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRowException(e.getMessage(), e);
        }
    }

    private static <R extends Record> R part(
            Header header, ReadingStream stream, LakeRowReader<R> content, GenericRecord row) {
        return header.stream == stream ? content.read(row) : null;
    }

    private static HaulCycle cycle(GenericRecord row) {
        String json = String.valueOf(row.get("cycle"));
        try {
            return MineJson.fromBytes(json.getBytes(StandardCharsets.UTF_8), HaulCycle.class);
        } catch (InvalidJsonException e) {
            throw new UnreadableRowException("cycle is not a haul cycle: " + e.getMessage(), e);
        }
    }

    /** The columns that readings of all streams have. */
    record Header(
            String site,
            EquipmentKind kind,
            String machineId,
            ReadingStream stream,
            long sequence,
            Instant time,
            Instant receivedAt,
            boolean redelivered,
            List<String> flags,
            String unknownFields) {}
}
