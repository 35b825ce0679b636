package io.fueloptimine.jobs.backfill.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.jobs.backfill.history.TimeRange;
import io.fueloptimine.jobs.backfill.spool.Spools;
import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHistoryTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);
    private static final double LITRES_PER_GALLON = 3.785411784;

    @TempDir Path folder;

    @Test
    void readsFuelInGallons() throws Exception {
        write("fuel.csv", "truck,read at,flow gph\nHT1,2026-01-05 08:00:00,100.5\n");
        List<Reading> readings =
                readings(
                        """
                        site: pit
                        zone: America/Lima
                        tables:
                          fuel:
                            file: '*.csv'
                            stream: telemetry
                            timestamp: yyyy-MM-dd HH:mm:ss
                            machine: truck
                            time: read at
                            numbers: {fuelRateGph: flow gph}
                        """);

        assertThat(readings).hasSize(1);
        assertThat(readings.get(0).time()).isEqualTo(Instant.parse("2026-01-05T13:00:00Z"));
        assertThat(readings.get(0).telemetry().fuelRateLph())
                .isCloseTo(100.5 * LITRES_PER_GALLON, EXACT);
    }

    @Test
    void readsExcelsCsvWithSemicolonsDecimalCommasAndLatinLetters() throws Exception {
        write(
                "excel.csv",
                "sep=;\r\nCamión;Fecha;Caudal\r\nCañón 7;05/01/2026 08:00;1.234,5\r\n",
                Charset.forName("windows-1252"));
        List<Reading> readings =
                readings(
                        """
                        site: pit
                        zone: UTC
                        csv: {decimal: ',', thousands: '.', charset: windows-1252}
                        tables:
                          fuel:
                            file: '*.csv'
                            stream: telemetry
                            timestamp: dd/MM/yyyy HH:mm
                            machine: Camión
                            time: Fecha
                            numbers: {fuelRateLph: Caudal}
                        """);

        assertThat(readings.get(0).machineId()).isEqualTo("Cañón 7");
        assertThat(readings.get(0).telemetry().fuelRateLph()).isEqualTo(1_234.5);
    }

    @Test
    void aByteOrderMarkReplacesTheCharsetOfTheMapping() throws Exception {
        write("bom.csv", "\uFEFFCamión;t;v\nHT1;2026-01-05 08:00:00;1,5\n");
        List<Reading> readings =
                readings(
                        """
                        site: pit
                        zone: UTC
                        csv: {decimal: ',', charset: ISO-8859-1}
                        tables:
                          fuel: {file: '*.csv', stream: telemetry, machine: Camión, time: t,
                            timestamp: yyyy-MM-dd HH:mm:ss, numbers: {fuelRateLph: v}}
                        """);

        assertThat(readings.get(0).telemetry().fuelRateLph()).isEqualTo(1.5);
    }

    @Test
    void readsSensorsFromNestedNdjsonAndKeepsABrokenLineForTheDeadLetters() throws Exception {
        write(
                "sensors.ndjson",
                """
                {"ts":1767600000000,"unit":{"id":"HT1"},"sensors":[{"v":210.5},{"v":88}]}
                {"ts":1767600010000,"unit":{"id":"HT1"},"sensors":[{"v":
                {"ts":1767600020000,"unit":{"id":"HT1"},"sensors":[{"v":null},{"v":90}]}
                """);
        String mapping =
                """
                site: pit
                zone: UTC
                tables:
                  sensors:
                    file: '*.ndjson'
                    format: ndjson
                    stream: telemetry
                    timestamp: epoch-ms
                    machine: unit.id
                    time: ts
                    numbers: {fuelRateLph: sensors.0.v, engineLoadPct: sensors.1.v}
                """;
        List<RawMessage> messages = messages(mapping);
        assertThat(messages).hasSize(3);
        List<Reading> readings = readings(mapping);
        assertThat(readings).hasSize(2);
        assertThat(readings.get(0).time()).isEqualTo(Instant.ofEpochMilli(1_767_600_000_000L));
        assertThat(readings.get(0).telemetry().fuelRateLph()).isEqualTo(210.5);
        assertThat(readings.get(1).telemetry().fuelRateLph()).isNull();
        assertThat(readings.get(1).telemetry().engineLoadPct()).isEqualTo(90);
    }

    @Test
    void readsTheRecordsWithinADocument() throws Exception {
        write(
                "validation.json",
                """
                {"meta": {"unit": "L"}, "data": {"records": [
                  {"truck": "HT1", "start": "2026-01-05T08:00:00Z",
                   "end": "2026-01-05T08:15:00Z", "litres": 2500.25},
                  {"truck": "HT2", "start": "2026-01-05T09:00:00Z",
                   "end": "2026-01-05T09:15:00Z", "litres": "n/a"}]}}
                """);
        List<Reading> readings =
                readings(
                        """
                        site: pit
                        zone: UTC
                        tables:
                          refuels: {file: '*.json', format: json, records: data.records,
                            stream: refuel, sender: FB-1, timestamp: "yyyy-MM-dd'T'HH:mm:ssXXX",
                            machine: truck, time: end, times: {startedAt: start},
                            numbers: {dispensedL: litres}, texts: {truckId: truck},
                            unavailable: ['n/a']}
                        """);

        // Without litres there is no refuelling.
        assertThat(readings).hasSize(1);
        assertThat(readings.get(0).refuel().dispensedL()).isEqualTo(2_500.25);
        assertThat(readings.get(0).machineId()).isEqualTo("FB-1");
    }

    @Test
    void limitsWhatAHostileDocumentMayContain() throws Exception {
        String mapping =
                """
                site: pit
                zone: UTC
                tables:
                  a: {file: '*.json', format: json, stream: telemetry, machine: m, time: t,
                    timestamp: epoch-s, numbers: {fuelRateLph: v}}
                """;
        write("deep.json", "[" + "[".repeat(10_000));
        assertThatThrownBy(() -> messages(mapping))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nested deeper than 32");
        write("deep.json", "[{\"m\":\"" + "x".repeat(2 << 20));
        assertThatThrownBy(() -> messages(mapping)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void namesAllFaultsOfFilesAndMapping() throws Exception {
        write("a.csv", "truck,time\nHT1,2026-01-05 08:00:00\n");
        write("b.txt", "x");
        String mapping =
                """
                site: pit
                zone: UTC
                tables:
                  fuel: {file: '*.csv', stream: telemetry, machine: truck, time: time,
                    timestamp: yyyy-MM-dd HH:mm:ss, numbers: {fuelRateLph: flow}}
                """;
        assertThatThrownBy(() -> messages(mapping))
                .hasMessageContaining("lacks the mapped columns [flow]")
                .hasMessageContaining("b.txt fits no table of the mapping");
        assertThatThrownBy(
                        () ->
                                messages(
                                        "site: pit\nzone: UTC\ntables: {a: {file: x, stream: speech}}"))
                .hasMessageContaining("tables.a.stream is 'speech'");
    }

    @Test
    void aDryRunShowsColumnsUnitsTimesRowsAndRejections() throws Exception {
        write(
                "fuel.csv",
                "truck,at,gph,cab\nHT1,2026-01-05 08:00:00,100,A\nHT1,2026-01-05 08:00:10,1e9,A\n"
                        + "HT1,soon,100,A\n");
        FileHistory history =
                history(
                        """
                        site: pit
                        zone: UTC
                        tables:
                          fuel: {file: '*.csv', stream: telemetry, machine: truck, time: at,
                            timestamp: yyyy-MM-dd HH:mm:ss, numbers: {fuelRateGph: gph}}
                        """);

        String shown = String.join("\n", new DryRun(history, TimeRange.ALL).lines());

        assertThat(shown)
                .contains("fuelRateGph <- gph, number, converted to fuelRateLph")
                .contains(
                        "time <- at, a time like yyyy-MM-dd HH:mm:ss, such as 2026-11-23 21:43:54")
                .contains("not used: cab")
                .contains("line 2 -> pit/v1/haultruck/HT1/telemetry {\"time\":\"2026-01-05T08:00")
                .contains("3 rows: 1 valid from 2026-01-05T08:00:00Z to 2026-01-05T08:00:00Z")
                .contains("2 would be rejected")
                .contains("'soon'");
    }

    private List<Reading> readings(String mapping) throws IOException {
        MessageDecoder decoder = new MessageDecoder();
        List<Reading> readings = new ArrayList<>();
        for (RawMessage message : messages(mapping)) {
            if (decoder.decode(message) instanceof DecodeResult.Readable readable) {
                readings.add(readable.reading());
            }
        }
        return readings;
    }

    private List<RawMessage> messages(String mapping) throws IOException {
        Path spool = Files.createTempDirectory(folder, "spool");
        Spools spools = new Spools(spool.toString());
        history(mapping).extract(TimeRange.ALL, spools, percent -> {});
        List<RawMessage> messages = new ArrayList<>();
        spools.messages().read(0).forEachRemaining(messages::add);
        return messages;
    }

    private FileHistory history(String mapping) throws IOException {
        Path file = folder.resolve("mapping.yaml");
        Files.writeString(file, mapping);
        return FileHistory.of(folder + "/files/*", file);
    }

    private void write(String name, String text) throws IOException {
        write(name, text, StandardCharsets.UTF_8);
    }

    private void write(String name, String text, Charset charset) throws IOException {
        Files.createDirectories(folder.resolve("files"));
        Files.writeString(folder.resolve("files").resolve(name), text, charset);
    }
}
