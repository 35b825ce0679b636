package io.fueloptimine.jobs.cli.deadletters;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisherSettings;
import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.MqttOptions;
import io.fueloptimine.jobs.cli.options.SqlOptions;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.deadletters.DeadLetterFilter;
import io.fueloptimine.jobs.deadletters.DeadLetterReplays;
import io.fueloptimine.jobs.deadletters.DeadLetters;
import io.fueloptimine.jobs.deadletters.MessageSender;
import io.fueloptimine.jobs.deadletters.ReplayOutcome;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code fuel dead-letters replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Sends rejected messages again: the same bytes to the same topics, at QoS 1, in order"
                    + " of receipt. Marks a message as replayed when the broker has acknowledged"
                    + " it and has a subscriber for it; ingest drops repeats.",
            "Exit code 0 only if every selected message was sent."
        })
final class ReplayDeadLettersCommand implements Callable<Integer> {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration BATCH_LIMIT = Duration.ofSeconds(20);

    @Parameters(arity = "0..*", paramLabel = "ID", description = "The ids, as printed by list.")
    private List<String> ids = List.of();

    @Option(
            names = "--all",
            description = "All rejected messages; needed if neither ids nor a filter is given.")
    private boolean all;

    @Option(names = "--dry-run", description = "Only print what would be sent.")
    private boolean dryRun;

    @Option(
            names = "--username",
            paramLabel = "NAME",
            description = "The user, the same as --mqtt mqtt.username=NAME (default: none).")
    private String username;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "A file with the user's password, the same as --mqtt"
                            + " mqtt.password-file=FILE (default: none).")
    private Path passwordFile;

    @Mixin private MqttOptions mqtt;
    @Mixin private DeadLetterOptions options;
    @Mixin private SqlOptions sql;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException, InterruptedException {
        requireConnection();
        DeadLetterFilter filter = options.filter();
        requireSelection(filter);
        LogFolder.use(FuelHome.find().data("dead-letters"));
        try (DeadLetters table = sql.deadLetters()) {
            ReplayOutcome outcome = replay(table, select(table, filter));
            spec.commandLine().getOut().println(summary(outcome));
            return outcome.isComplete() ? 0 : ExitCodes.WRONG_RESULT;
        }
    }

    private void requireConnection() {
        mqtt.authenticate(username, passwordFile);
        StartFaults faults = new StartFaults().add(mqtt.faults());
        faults.check(sql::connection);
        faults.requireNone();
    }

    private void requireSelection(DeadLetterFilter filter) {
        if (ids.isEmpty() && filter.isOpen() && !all) {
            throw new ParameterException(
                    spec.commandLine(),
                    "nothing is selected: expected ids, a filter such as --rule, or --all");
        }
        if (!ids.isEmpty() && (all || !filter.isOpen())) {
            throw new ParameterException(spec.commandLine(), "expected ids or a filter, not both");
        }
    }

    private List<String> select(DeadLetters table, DeadLetterFilter filter) throws SQLException {
        if (ids.isEmpty()) {
            return table.ids(filter.withVerdict(QualityVerdict.REJECTED));
        }
        ShowDeadLettersCommand.requireAll(ids, table.byIds(ids));
        return ids;
    }

    private ReplayOutcome replay(DeadLetters table, List<String> selected)
            throws SQLException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (dryRun || selected.isEmpty()) {
            return replays(table, message -> null, out).dryRun(selected);
        }
        out.printf(
                Locale.ROOT, "Sending %,d dead letters to %s%n", selected.size(), mqtt.address());
        out.flush();
        try (MqttPublisher publisher = MqttPublisher.open(publisherSettings())) {
            awaitBroker(publisher);
            return replays(table, publisher::publish, out).replay(selected);
        }
    }

    private void awaitBroker(MqttPublisher publisher) {
        if (!Await.holdsWithin(CONNECT_LIMIT, () -> publisher.counts().connected())) {
            String reason = publisher.counts().lastFault().orElse("no answer");
            throw new InvalidInputException(
                    "cannot connect to the MQTT broker "
                            + mqtt.address()
                            + " ("
                            + reason
                            + "); see --mqtt-host, --mqtt-port, --username, --password-file and"
                            + " --mqtt");
        }
    }

    private static DeadLetterReplays replays(
            DeadLetters table, MessageSender sender, PrintWriter out) {
        return new DeadLetterReplays(table, sender, BATCH_LIMIT, Clock.systemUTC(), out::println);
    }

    private MqttPublisherSettings publisherSettings() {
        String clientId = "fuel-dead-letters-" + UUID.randomUUID();
        return MqttPublisherSettings.of(mqtt.settings(), clientId).requiringSubscribers();
    }

    private String summary(ReplayOutcome outcome) {
        return String.format(
                Locale.ROOT,
                "%s %,d of %,d dead letters, refused %,d, failed %,d",
                dryRun ? "Would send" : "Sent",
                outcome.sent(),
                outcome.selected(),
                outcome.refused(),
                outcome.failed());
    }
}
