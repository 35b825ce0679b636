package io.fueloptimine.jobs.cli.containers;

import io.fueloptimine.jobs.alarms.AlarmsOptions;
import io.fueloptimine.jobs.archive.ArchiveOptions;
import io.fueloptimine.jobs.cabs.CabsOptions;
import io.fueloptimine.jobs.dispatch.DispatchOptions;
import io.fueloptimine.jobs.fuel.FuelOptions;
import io.fueloptimine.jobs.ingest.IngestOptions;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Parses the arguments of jobs in containers with each job's own parser.
 *
 * @param folder a folder for files that the parsers look for
 */
record JobParsers(Path folder) {

    private static final Map<String, Consumer<String[]>> BY_JOB =
            Map.of(
                    "ingest", IngestOptions::parse,
                    "fuel", FuelOptions::parse,
                    "alarms", AlarmsOptions::parse,
                    "dispatch", DispatchOptions::parse,
                    "archive", ArchiveOptions::parse,
                    "cabs", CabsOptions::parse);

    static Set<String> jobs() {
        return BY_JOB.keySet();
    }

    /**
     * Parses the arguments of a job; files of the container are replaced by such of this machine.
     *
     * @throws io.fueloptimine.models.mine.input.InvalidInputException if an argument is wrong
     */
    void parse(String job, Stream<String> arguments) throws IOException {
        FuelHome home = FuelHome.find();
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        BY_JOB.get(job)
                .accept(
                        arguments
                                .map(
                                        argument ->
                                                switch (argument) {
                                                    case "/etc/fueloptimine/mines" ->
                                                            home.mine().toString();
                                                    case "/var/lib/fueloptimine/registry" ->
                                                            home.registry().toString();
                                                    case "/var/lib/fueloptimine/lake" ->
                                                            folder.resolve("lake").toString();
                                                    default ->
                                                            argument.matches(
                                                                            "/(etc/fueloptimine|run/secrets)/.*")
                                                                    ? secret.toString()
                                                                    : argument;
                                                })
                                .toArray(String[]::new));
    }
}
