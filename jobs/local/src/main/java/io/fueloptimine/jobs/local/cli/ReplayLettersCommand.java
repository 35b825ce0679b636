package io.fueloptimine.jobs.local.cli;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionOptions;
import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisherSettings;
import io.fueloptimine.jobs.local.Waiting;
import io.fueloptimine.jobs.local.letters.DeadLetters;
import io.fueloptimine.jobs.local.letters.LetterFilter;
import io.fueloptimine.jobs.local.letters.LetterReplays;
import io.fueloptimine.jobs.local.letters.Outbox;
import io.fueloptimine.jobs.local.letters.ReplayOutcome;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.jobs.local.stack.StackException;
import io.fueloptimine.models.mine.QualityVerdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fuel dead-letters replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Sends rejected messages through again: their bytes to their topics, at QoS 1, in the order"
                    + " of their receipt. Marked as replayed is what the broker acknowledged and"
                    + " somebody subscribes to; ingest knows a repeat.",
            "Exit code 0 only if every chosen letter went out."
        })
final class ReplayLettersCommand implements Callable<Integer> {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Ids, as list shows them.")
    private List<String> ids = List.of();

    @Option(names = "--all", description = "All that were rejected, where no filter says which.")
    private boolean all;

    @Option(names = "--dry-run", description = "Only say what would be sent.")
    private boolean dryRun;

    @Option(
            names = "--mqtt-host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The MQTT broker's host (default: ${DEFAULT-VALUE}).")
    private String mqttHost;

    @Option(
            names = "--mqtt-port",
            paramLabel = "PORT",
            defaultValue = "1883",
            description = "The MQTT broker's port (default: ${DEFAULT-VALUE}).")
    private int mqttPort;

    @Option(
            names = "--username",
            paramLabel = "NAME",
            description = "Who publishes (default: nobody in particular).")
    private String username;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file that holds the user's password (default: none).")
    private Path passwordFile;

    @Mixin private LetterOptions letters;
    @Mixin private SqlOptions sql;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException, InterruptedException {
        Require.that(
                spec, mqttPort >= 1 && mqttPort <= 65_535, "--mqtt-port", mqttPort, "1 to 65535");
        LetterFilter filter = letters.filter();
        requireChoice(filter);
        LogFolder.use(FuelHome.find().data("dead-letters"));
        try (DeadLetters open = sql.letters()) {
            ReplayOutcome outcome = replay(open, chosen(open, filter));
            spec.commandLine().getOut().println(summary(outcome));
            return outcome.isComplete() ? 0 : Fuel.WRONG_RESULT;
        }
    }

    private void requireChoice(LetterFilter filter) {
        if (ids.isEmpty() && filter.isOpen() && !all) {
            throw new ParameterException(
                    spec.commandLine(), "say which: ids, a filter such as --rule, or --all");
        }
        if (!ids.isEmpty() && (all || !filter.isOpen())) {
            throw new ParameterException(spec.commandLine(), "ids or a filter, not both");
        }
    }

    private List<String> chosen(DeadLetters open, LetterFilter filter) throws SQLException {
        if (ids.isEmpty()) {
            return open.ids(filter.withVerdict(QualityVerdict.REJECTED));
        }
        ShowLettersCommand.requireAll(ids, open.byIds(ids));
        return ids;
    }

    private ReplayOutcome replay(DeadLetters open, List<String> chosen)
            throws SQLException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (dryRun || chosen.isEmpty()) {
            return replays(open, message -> null, out).rehearse(chosen);
        }
        out.printf(
                Locale.ROOT, "Sending %,d letters to %s:%d%n", chosen.size(), mqttHost, mqttPort);
        out.flush();
        try (MqttPublisher publisher = MqttPublisher.open(publisherSettings())) {
            awaitBroker(publisher);
            return replays(open, publisher::publish, out).replay(chosen);
        }
    }

    private void awaitBroker(MqttPublisher publisher) {
        if (!Waiting.holdsWithin(CONNECT_LIMIT, () -> publisher.figures().connected())) {
            String reason = publisher.figures().lastFault().orElse("no answer");
            throw StackException.wrongInput(
                    "no MQTT broker lets us in at "
                            + mqttHost
                            + ":"
                            + mqttPort
                            + " ("
                            + reason
                            + "); see --mqtt-host, --mqtt-port, --username and --password-file");
        }
    }

    private static LetterReplays replays(DeadLetters open, Outbox outbox, PrintWriter out) {
        return new LetterReplays(open, outbox, PATIENCE, Clock.systemUTC(), out::println);
    }

    private MqttPublisherSettings publisherSettings() {
        Configuration options = new Configuration();
        options.set(MqttConnectionOptions.HOST, mqttHost);
        options.set(MqttConnectionOptions.PORT, mqttPort);
        if (username != null) {
            options.set(MqttConnectionOptions.USERNAME, username);
        }
        if (passwordFile != null) {
            options.set(MqttConnectionOptions.PASSWORD_FILE, passwordFile.toString());
        }
        String clientId = "fuel-dead-letters-" + UUID.randomUUID();
        return MqttPublisherSettings.of(MqttConnectionSettings.from(options), clientId)
                .requiringListeners();
    }

    private String summary(ReplayOutcome outcome) {
        return String.format(
                Locale.ROOT,
                "%s %,d of %,d letters, refused %,d, failed %,d",
                dryRun ? "Would send" : "Sent",
                outcome.sent(),
                outcome.chosen(),
                outcome.refused(),
                outcome.failed());
    }
}
