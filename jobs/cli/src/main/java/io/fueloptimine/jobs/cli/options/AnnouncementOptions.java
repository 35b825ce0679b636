package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaPublisher;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.model.ModelAnnouncement;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * The option to announce a new champion (the model version that jobs use) or challenger (the
 * version that may replace it) to the running jobs.
 */
public final class AnnouncementOptions {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description =
                    "Kafka's brokers, to announce the version to the running jobs on"
                            + " models.champion (default: no announcement; jobs read the registry"
                            + " when they start).")
    private String kafka;

    /**
     * Checks the option. Commands call this method before they change anything.
     *
     * @throws InvalidInputException if the option is wrong
     */
    public void check() {
        if (kafka != null) {
            KafkaConnection.of(kafka);
        }
    }

    /**
     * Announces the version to the running jobs if the option is given. Returns the exit code of
     * the command.
     */
    public int announce(CommandSpec spec, String name, int version) {
        PrintWriter out = spec.commandLine().getOut();
        if (kafka == null) {
            out.println("Not announced to the running jobs; use --kafka HOST:PORT to announce it.");
            out.flush();
            return 0;
        }
        ModelAnnouncement announcement =
                new ModelAnnouncement(name, version, Clock.systemUTC().instant());
        try {
            new KafkaPublisher(KafkaConnection.of(kafka))
                    .publish(Topics.MODELS_CHAMPION, name, announcement);
        } catch (InvalidInputException e) {
            spec.commandLine().getErr().println("fuel: " + e.getMessage());
            return ExitCodes.WRONG_RESULT;
        }
        out.printf(
                Locale.ROOT,
                "Announced to the running jobs on %s at %s.%n",
                Topics.MODELS_CHAMPION,
                kafka);
        out.flush();
        return 0;
    }
}
