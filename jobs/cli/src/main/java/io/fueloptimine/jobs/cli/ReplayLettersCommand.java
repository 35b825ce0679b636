package io.fueloptimine.jobs.cli;

import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisherSettings;
import io.fueloptimine.jobs.deadletters.DeadLetterFilter;
import io.fueloptimine.jobs.deadletters.DeadLetterReplays;
import io.fueloptimine.jobs.deadletters.DeadLetters;
import io.fueloptimine.jobs.deadletters.Outbox;
import io.fueloptimine.jobs.deadletters.ReplayOutcome;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.mine.InvalidInputException;
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
            "Sends rejected messages through again: their bytes to their topics, at QoS 1, in the"
                    + " order of their receipt. Marked as replayed is what the broker acknowledged and"
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
            names = "--username",
            paramLabel = "NAME",
            description =
                    "Who publishes, in place of --mqtt mqtt.username=NAME (default: nobody in"
                            + " particular).")
    private String username;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "A file that holds the user's password, in place of --mqtt"
                            + " mqtt.password-file=FILE (default: none).")
    private Path passwordFile;

    @Mixin private MqttOptions mqtt;
    @Mixin private LetterOptions letters;
    @Mixin private SqlOptions sql;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws SQLException, InterruptedException {
        requireConnection();
        DeadLetterFilter filter = letters.filter();
        requireChoice(filter);
        LogFolder.use(FuelHome.find().data("dead-letters"));
        try (DeadLetters open = sql.letters()) {
            ReplayOutcome outcome = replay(open, chosen(open, filter));
            spec.commandLine().getOut().println(summary(outcome));
            return outcome.isComplete() ? 0 : Fuel.WRONG_RESULT;
        }
    }

    private void requireConnection() {
        mqtt.signIn(username, passwordFile);
        List<String> faults = mqtt.faults();
        if (!faults.isEmpty()) {
            throw new InvalidInputException(String.join(System.lineSeparator(), faults));
        }
    }

    private void requireChoice(DeadLetterFilter filter) {
        if (ids.isEmpty() && filter.isOpen() && !all) {
            throw new ParameterException(
                    spec.commandLine(), "say which: ids, a filter such as --rule, or --all");
        }
        if (!ids.isEmpty() && (all || !filter.isOpen())) {
            throw new ParameterException(spec.commandLine(), "ids or a filter, not both");
        }
    }

    private List<String> chosen(DeadLetters open, DeadLetterFilter filter) throws SQLException {
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
        out.printf(Locale.ROOT, "Sending %,d letters to %s%n", chosen.size(), mqtt.address());
        out.flush();
        try (MqttPublisher publisher = MqttPublisher.open(publisherSettings())) {
            awaitBroker(publisher);
            return replays(open, publisher::publish, out).replay(chosen);
        }
    }

    private void awaitBroker(MqttPublisher publisher) {
        if (!Await.holdsWithin(CONNECT_LIMIT, () -> publisher.counts().connected())) {
            String reason = publisher.counts().lastFault().orElse("no answer");
            throw new InvalidInputException(
                    "no MQTT broker lets us in at "
                            + mqtt.address()
                            + " ("
                            + reason
                            + "); see --mqtt-host, --mqtt-port, --username, --password-file and"
                            + " --mqtt");
        }
    }

    private static DeadLetterReplays replays(DeadLetters open, Outbox outbox, PrintWriter out) {
        return new DeadLetterReplays(open, outbox, PATIENCE, Clock.systemUTC(), out::println);
    }

    private MqttPublisherSettings publisherSettings() {
        String clientId = "fuel-dead-letters-" + UUID.randomUUID();
        return MqttPublisherSettings.of(mqtt.settings(), clientId).requiringSubscribers();
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
