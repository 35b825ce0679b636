package io.fueloptimine.jobs.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.cli.Fuel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What {@code fuel train --csv} shows of rows that it leaves out. */
class TrainOnCsvTest {

    private static final String MAPPING =
            """
            site: andes
            zone: UTC
            equipmentClass: 930E
            telemetry:
              file: t.csv
              timestamp: dd-MMM-yyyy HH:mm:ss
              machine: Unit
              time: Timestamp
              numbers: {fuelRateLph: Rate}
              texts: {operatorId: Operator}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path folder;

    @Test
    void namesFileLineFieldAndValueOfEachKindWhenThereIsTooLittle() throws IOException {
        write(
                """
                Timestamp,Unit,Rate,Operator
                05-Jan-2026 08:00:00,T1,100,A
                31-Apr-2026 08:00:10,T1,100,A
                05-Jan-2026 08:00:20,T1,12d,A
                05-Jan-2026 08:00:30,T1,0x1p4,A
                05-Jan-2026 08:00:40,T1,-7,A
                05-Jan-2026 07:00:00,T1,100,A
                05-Jan-2026 08:00:50,T1,1,0,A
                """);

        assertThat(train()).isEqualTo(2);

        assertThat(err.toString())
                .contains("the history has 0 rows for fuel-window, expected at least 500")
                .doesNotContain("\tat ");
        assertThat(out.toString())
                .contains("Rows left out: 6")
                .contains("2 of t.csv: fuelRateLph (decode)", "first: line 4, '12d'")
                .contains("1 of t.csv: time (decode)", "first: line 3, '31-Apr-2026 08:00:10'")
                .contains("1 of t.csv: fuelRateLph (fuel-rate-between)", "first: line 6, '-7'")
                .contains("1 of t.csv: time (not-later)", "first: line 7")
                .contains("1 of t.csv: the row (decode)", "first: line 8");
    }

    @Test
    void namesClassesThatTheMineDoesNotHave() throws IOException {
        Files.writeString(folder.resolve("map.yaml"), MAPPING.replace("930E", "930-E"));
        StringBuilder rows = new StringBuilder("Timestamp,Unit,Rate,Operator\n");
        for (int second = 10; second < 60; second += 10) {
            rows.append("05-Jan-2026 08:00:" + second + ",T1,100,A\n");
        }
        rows.append("05-Jan-2026 08:01:00,T1,100,A\n");
        Files.writeString(folder.resolve("t.csv"), rows.toString());

        assertThat(train()).isEqualTo(2);

        assertThat(out.toString())
                .contains("Unused windows: 1 with equipmentClass '930-E', expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es-BO", "ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva"})
    void isTheSameUnderEveryLocaleOfTheJvm(String tag) throws IOException {
        write("Timestamp,Unit,Rate,Operator\n05-Jan-2026 08:00:00,T1,x,A\n");
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertThat(train()).isEqualTo(2);
        } finally {
            Locale.setDefault(usual);
        }

        assertThat(out.toString())
                .contains("Rows left out: 1", "1 of t.csv: fuelRateLph", "first: line 2, 'x'");
    }

    @Test
    void refusesAMappingThatCannotWork() throws IOException {
        write("Timestamp,Unit,Rate,Operator\n");
        Files.writeString(
                folder.resolve("map.yaml"), MAPPING.replace("UTC", "Mars").replace("HH", "hh"));

        assertThat(train()).isEqualTo(2);

        assertThat(err.toString())
                .contains("zone is 'Mars', expected a time zone")
                .contains("telemetry.timestamp is 'dd-MMM-yyyy hh:mm:ss', expected a pattern");
    }

    private void write(String rows) throws IOException {
        Files.writeString(folder.resolve("map.yaml"), MAPPING);
        Files.writeString(folder.resolve("t.csv"), rows);
    }

    private int train() {
        CommandLine command = Fuel.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(
                "train",
                "--csv",
                folder.toString(),
                "--mapping",
                folder.resolve("map.yaml").toString(),
                "--registry",
                folder.resolve("registry").toString());
    }
}
