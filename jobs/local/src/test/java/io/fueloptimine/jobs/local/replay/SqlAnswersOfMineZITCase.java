package io.fueloptimine.jobs.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.connectors.jdbc.SqlMigrations;
import io.fueloptimine.connectors.jdbc.SqlTables;
import io.fueloptimine.jobs.training.fleet.FleetHistory;
import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The answers that {@code sql/queries} documents, on a real mine's cycles and refuellings. */
class SqlAnswersOfMineZITCase {

    private static final Path PROJECT = Path.of("").toAbsolutePath().resolve("../..").normalize();
    private static final Pattern ANSWER =
            Pattern.compile(
                    "(?m)^-- On a real mine's records, numbers of the first of (\\d+) rows: (.*)$");

    @Test
    void eachQueryReturnsItsDocumentedAnswer() throws Exception {
        String setting = System.getenv("FUEL_MINE_Z");
        Path folder = setting == null ? PROJECT.resolve("../shared/data/mine-z") : Path.of(setting);
        assumeTrue(Files.isDirectory(folder), "no real mine's records; FUEL_MINE_Z names them");
        SqlConnection sql = new SqlConnection("jdbc:h2:mem:answers;DB_CLOSE_DELAY=-1", "sa", "");
        SqlMigrations.migrate(sql);
        write(folder, sql);

        Map<String, String> documented = new TreeMap<>();
        Map<String, String> returned = new TreeMap<>();
        try (Connection connection = sql.open();
                var queries = Files.list(PROJECT.resolve("sql/queries"))) {
            nominalPayload(connection);
            for (Path query : queries.toList()) {
                Matcher answer = ANSWER.matcher(Files.readString(query));
                if (answer.find()) {
                    String name = query.getFileName().toString();
                    documented.put(name, answer.group(1) + ": " + answer.group(2));
                    returned.put(name, answer(connection, Files.readString(query)));
                }
            }
        }
        assertThat(returned).hasSizeGreaterThanOrEqualTo(7).isEqualTo(documented);
    }

    private static void write(Path folder, SqlConnection sql) throws Exception {
        FleetHistory history =
                FleetHistory.read(
                        folder,
                        FleetMappingFile.read(PROJECT.resolve("deploy/local/fleets/mine-z.yaml")));
        String site = history.cycles().get(0).site();
        List<Reading> refuels =
                history.refuels().stream().map(refuel -> reading(site, refuel)).toList();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        env.fromData(
                        TypeInformation.of(HaulCycle.class),
                        history.cycles().toArray(HaulCycle[]::new))
                .sinkTo(SqlTables.haulCycles(sql));
        env.fromData(TypeInformation.of(Reading.class), refuels.toArray(Reading[]::new))
                .sinkTo(SqlTables.refuels(sql));
        env.execute();
    }

    private static Reading reading(String site, Refuel refuel) {
        return new Reading(
                site,
                EquipmentKind.FUELBAY,
                "BAY",
                ReadingStream.REFUEL,
                1,
                refuel.startedAt(),
                refuel.startedAt(),
                false,
                List.of(),
                null,
                null,
                refuel,
                null,
                null,
                null);
    }

    /** The records do not tell the trucks' nominal payload; it is 290 t. */
    private static void nominalPayload(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO equipment (site, equipment_id, nominal_payload_t)"
                            + " SELECT DISTINCT site, truck_id, 290 FROM haul_cycle");
        }
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            String first = "";
            int count = 0;
            while (rows.next()) {
                first = count++ == 0 ? text(rows) : first;
            }
            return count + ": " + first;
        }
    }

    /** The numbers of a row; names and times of the records are no part of the project. */
    private static String text(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value == null || value instanceof Number) {
                cells.add(value == null ? "null" : rounded(new BigDecimal(value.toString())));
            }
        }
        return String.join(" | ", cells);
    }

    private static String rounded(BigDecimal number) {
        return number.round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
