package io.fueloptimine.jobs.benchmarks.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.cli.Fuel;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ViewsBenchTest {

    private static final Pattern VIEW = Pattern.compile("CREATE OR REPLACE VIEW (\\w+) AS");

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyViewAndExampleQueryIsAsked() throws Exception {
        Path home = FuelHome.find().root();
        // A time over a limit is no fault of this test: other programs may keep the machine busy.
        assertThat(bench("--windows", "3000", "--data", folder.toString()))
                .as(err.toString())
                .isBetween(0, 1);

        List<String> names = new ArrayList<>();
        Matcher view = VIEW.matcher(Files.readString(home.resolve("sql/h2/R__views.sql")));
        while (view.find()) {
            names.add(view.group(1));
        }
        try (var files = Files.list(home.resolve("sql/queries"))) {
            files.forEach(file -> names.add("queries/" + file.getFileName()));
        }
        assertThat(out.toString()).contains("3,000 windows: ", " of " + names.size() + " within");
        for (String name : names) {
            assertThat(out.toString())
                    .containsPattern(
                            "(?m)^"
                                    + Pattern.quote(name)
                                    + " +\\d[\\d,]*( +[\\d.]+)? +[\\d.]+ +[\\d.]+   (yes|NO)$");
        }
        assertThat(out.toString())
                .containsPattern("(?m)^v_truck_fuel_day +1 +[\\d.]+ +[\\d.]+ +[\\d.]+ ")
                .containsPattern("(?m)^v_fleet +1 +[\\d.]+ +[\\d.]+   ");
    }

    @Test
    void aSecondRunAddsTheMissingWindowsAndTheirHours() throws Exception {
        new FilledMine(folder, 1_000).fill(line -> {});
        FilledMine mine = new FilledMine(folder, 38_000);
        mine.fill(line -> {});

        try (Connection connection = mine.sql().open();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT COUNT(*), COUNT(DISTINCT window_start), SUM(fuel_l),"
                                        + " (SELECT SUM(windows) FROM fuel_hour),"
                                        + " (SELECT SUM(fuel_l) FROM fuel_hour) FROM fuel_window")) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(38_000).isEqualTo(row.getLong(4));
            assertThat(row.getLong(2)).isEqualTo((38_000 + 25) / 26);
            assertThat(row.getDouble(5))
                    .isBetween(row.getDouble(3) * 0.999999, row.getDouble(3) * 1.000001);
        }
        assertThat(bench("--windows", "3000", "--data", folder.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("has 38,000 windows, expected at most 3,000; remove it");
    }

    private int bench(String... arguments) {
        CommandLine command = Fuel.commandLine(new ViewsBenchCommand());
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
