package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.models.mine.reading.Reading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A historian's export of some rows, as a test writes it, and what is read of it. */
final class SmallExport {

    /** The mapping of the columns Timestamp, Unit, Rate, Total, Speed and Operator. */
    static final String MAPPING =
            """
            site: hill
            zone: UTC
            equipmentClass: 930E
            telemetry:
              file: t.csv
              timestamp: "yyyy-MM-dd HH:mm:ss"
              machine: Unit
              time: Timestamp
              numbers: {fuelRateLph: Rate, totalFuelUsedL: Total, speedKph: Speed}
              texts: {operatorId: Operator}
              unavailable: [Bad Input]
            """;

    static final String HEADER = "Timestamp,Unit,Rate,Total,Speed,Operator\n";

    private final Path folder;
    private String mapping = MAPPING;

    SmallExport(Path folder) {
        this.folder = folder;
    }

    /** Replaces a text of the mapping. */
    SmallExport with(String text, String other) {
        mapping = mapping.replace(text, other);
        return this;
    }

    /** Adds lines to the mapping. */
    SmallExport with(String lines) {
        mapping += lines;
        return this;
    }

    SmallExport write(String text) throws IOException {
        return write(text, StandardCharsets.UTF_8);
    }

    SmallExport write(String text, Charset charset) throws IOException {
        return write("t.csv", text.getBytes(charset));
    }

    SmallExport write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return this;
    }

    Read read() throws IOException {
        Path file = Files.writeString(folder.resolve("map.yaml"), mapping);
        FleetRecords records = new FleetRecords(FleetMappingFile.read(file));
        RecordFilter filter = new RecordFilter(records.report());
        List<Reading> readings = new ArrayList<>();
        records.telemetry(
                folder, percent -> {}, record -> filter.pass(record).ifPresent(readings::add));
        return new Read(readings, records.report());
    }

    /**
     * What was read.
     *
     * @param readings the valid readings
     * @param report the rows left out
     */
    record Read(List<Reading> readings, InputReport report) {

        List<String> times() {
            return readings.stream().map(reading -> reading.time().toString()).toList();
        }

        List<String> lines() {
            return report.lines();
        }
    }
}
