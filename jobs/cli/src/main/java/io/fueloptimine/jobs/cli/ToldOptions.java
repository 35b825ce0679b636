package io.fueloptimine.jobs.cli;

import io.fueloptimine.connectors.kafka.KafkaConnection;
import io.fueloptimine.connectors.kafka.KafkaPublisher;
import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.Topics;
import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whether running jobs are told that an alias moved, as an option that commands share. */
final class ToldOptions {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description =
                    "Kafka's brokers, to tell the running jobs on models.champion (default: they"
                            + " are not told and look when they start).")
    private String kafka;

    /** Tells them if asked to; the exit code says whether that could be done. */
    int tell(CommandSpec spec, String name, int version) {
        PrintWriter out = spec.commandLine().getOut();
        if (kafka == null) {
            out.println("Running jobs were not told; --kafka HOST:PORT tells them.");
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
            return Fuel.WRONG_RESULT;
        }
        out.printf("Running jobs are told on %s at %s.%n", Topics.MODELS_CHAMPION, kafka);
        out.flush();
        return 0;
    }
}
