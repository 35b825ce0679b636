package io.fueloptimine.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fueloptimine.jobs.fuel.FuelOptions;
import io.fueloptimine.jobs.local.account.RunSummary;
import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.jobs.local.run.StopSignal;
import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.KafkaServer;
import io.fueloptimine.jobs.local.stack.Ports;
import io.fueloptimine.jobs.local.stack.SqlServer;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFile;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole product with real brokers, on one folder, twice: the second run goes on from the first.
 */
class WholeMineITCase {

    /** A small fleet at twice the usual speed: haul cycles within the minute. */
    private static final double SPEED_UP = 120;

    private static final int TRUCKS = 8;

    private static final String DIRTY_DAY =
            """
            name: a dirty day
            faults:
              - { type: corrupt-payload, start: 0s, duration: 240h, machines: all, rate: 0.001 }
              - { type: duplicate-delivery, start: 0s, duration: 240h, machines: all, rate: 0.002 }
            """;

    private final FuelHome home = FuelHome.find();
    private final CopyOnWriteArrayList<String> jobsSeen = new CopyOnWriteArrayList<>();

    @TempDir Path folder;
    private Path data;

    @BeforeEach
    void useAFolderWhoseNameHasSpecialCharacters() throws IOException {
        data = Files.createDirectory(folder.resolve("mina ñ #1, 50%20 + ${x}"));
    }

    @Test
    void accountsForEveryReadingAndGoesOnAfterARestart() throws Exception {
        Ports ports = freePorts();

        RunSummary first = run(ports, Duration.ofSeconds(75));

        assertThat(first.isAccounted()).as(first.render()).isTrue();
        assertThat(first.account().read()).isGreaterThan(20_000);
        assertThat(first.account().rejected()).isPositive();
        assertThat(first.account().duplicates()).isPositive();
        assertThat(first.tables().windows()).isPositive();
        assertThat(first.tables().cycles()).isPositive();
        assertThat(first.tables().plans()).isPositive();
        assertThat(first.tables().assignments()).isPositive();
        assertThat(jobsSeen).containsAll(JobWiring.NAMES);
        assertThat(sql("SELECT COUNT(*) FROM dispatch_assignment WHERE reply_status IS NOT NULL"))
                .as("assignments that went out over MQTT and were answered over MQTT")
                .isPositive();

        RunSummary second = run(ports, Duration.ofSeconds(10));

        assertThat(second.isAccounted()).as(second.render()).isTrue();
        assertThat(second.account().duplicates()).as("sequences go on").isLessThan(200);
        long valid = first.account().valid() + second.account().valid();
        assertThat(lake("readings", "count(*)")).isEqualTo(valid);
        assertThat(lake("readings", "count(DISTINCT (machine_id, stream, sequence))"))
                .isEqualTo(valid);
        assertThat(kafka(ports)).isEqualTo(valid);
        long windows = first.tables().windows() + second.tables().windows();
        assertThat(sql("SELECT COUNT(*) FROM fuel_window")).isEqualTo(windows);
        assertThat(sql("SELECT COUNT(*) FROM fuel_window WHERE model_name = 'fuel-window'"))
                .as("scored by the champion")
                .isPositive();
        assertThat(folder).isDirectoryNotContaining(entry -> !entry.equals(data));

        refusesToGoOnWithoutTheState(ports);
    }

    private void refusesToGoOnWithoutTheState(Ports ports) throws IOException {
        Path flink = data.resolve("flink");
        Path elsewhere = Files.move(flink, folder.resolve("elsewhere"));

        assertThatThrownBy(() -> run(ports, Duration.ofSeconds(10)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(data + " holds results of an earlier run")
                .hasMessageContainingAll(JobWiring.NAMES.toArray(String[]::new))
                .hasMessageContaining("--fresh");
        assertThat(elsewhere.resolve("savepoints")).exists();

        try (DataFolder opened = DataFolder.open(data)) {
            assertThat(opened.moveStateAside(Instant.now())).isPresent();
        }
        assertThat(data.resolve("kafka")).doesNotExist();
    }

    private RunSummary run(Ports ports, Duration length) throws Exception {
        MineSite mine = smallMine();
        Path scenario = Files.writeString(data.resolve("dirty-day.yaml"), DIRTY_DAY);
        LocalRun.Settings settings =
                new LocalRun.Settings(
                        data,
                        Optional.of(length),
                        mine,
                        ScenarioFile.read(scenario, mine),
                        1,
                        SPEED_UP,
                        home.registry(),
                        Optional.empty(),
                        false,
                        2,
                        ports,
                        false);
        return new LocalRun(home, settings, line -> look(line, ports), new StopSignal()).run();
    }

    private MineSite smallMine() {
        MineSite andes = MineSiteFile.read(home.mine());
        return new MineSite(
                andes.site(),
                andes.digPlan(),
                andes.locations(),
                andes.roads(),
                andes.truckClasses(),
                andes.trucks().subList(0, TRUCKS),
                andes.loadingUnits(),
                andes.dumps(),
                andes.auxMachines().subList(0, 1));
    }

    private void look(String line, Ports ports) {
        if (line.startsWith("mine ") && !jobsSeen.containsAll(JobWiring.NAMES)) {
            jobsSeen.addAllAbsent(runningJobs(ports.web()));
        }
    }

    private static List<String> runningJobs(int webPort) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + webPort + "/jobs/overview"))
                            .build();
            String body =
                    HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body();
            List<String> names = new ArrayList<>();
            for (JsonNode job : new ObjectMapper().readTree(body).path("jobs")) {
                if (job.path("state").asText().equals("RUNNING")) {
                    names.add(job.path("name").asText());
                }
            }
            return names;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private long lake(String table, String what) throws SQLException {
        String files = data.resolve("lake").resolve(table) + "/*/*.parquet";
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
            return number(duckDb, "SELECT " + what + " FROM read_parquet('" + files + "')");
        }
    }

    private long sql(String query) throws SQLException {
        try (SqlServer server = SqlServer.start(data.resolve("sql"), 0);
                Connection h2 = server.connection().open()) {
            return number(h2, query);
        }
    }

    private long kafka(Ports ports) {
        try (KafkaServer kafka =
                        KafkaServer.start(
                                data.resolve("kafka"), ports.kafka(), ports.kafkaController());
                TopicMonitor counts = new TopicMonitor(kafka.bootstrapServers())) {
            assertThat(counts.lag(FuelOptions.DEFAULT_GROUP, List.of(Topics.READINGS_VALID)))
                    .isZero();
            return counts.validReadings();
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static Ports freePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
    }
}
