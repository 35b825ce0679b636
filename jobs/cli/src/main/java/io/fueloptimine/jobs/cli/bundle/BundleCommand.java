package io.fueloptimine.jobs.cli.bundle;

import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code fuel bundle}. */
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        description = {
            "Writes one archive with which a site is installed on Debian or Ubuntu with no network:"
                    + " Flink, the streaming jobs, this command, models, configuration, systemd"
                    + " units, scripts that install, upgrade, roll back and uninstall, checksums"
                    + " and lists of all libraries (CycloneDX).",
            "The machine needs Java 17. deploy/bundle/README.md describes the installation."
        })
public final class BundleCommand implements Callable<Integer> {

    private static final double MEBIBYTE = 1 << 20;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "The new archive, such as fueloptimine.tar.gz.")
    private Path archive;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        BundleContents contents = new BundleContents(FuelHome.find());
        StartFaults faults = new StartFaults().add(contents.faults());
        if (Files.exists(archive)) {
            faults.add(List.of(archive + " exists, expected a new file"));
        }
        faults.requireNone();
        String version = version();
        Path target = archive.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path work = Files.createTempDirectory(target.getParent(), ".bundle");
        try {
            List<BundleFile> files = contents.files(work, version);
            new BundleArchive("fueloptimine-" + version).write(files, target);
            print(files.size());
        } finally {
            delete(work);
        }
        return 0;
    }

    /** The last word of what {@code fuel --version} prints. */
    private String version() {
        String product = spec.root().version()[0];
        return product.substring(product.lastIndexOf(' ') + 1);
    }

    private void print(int files) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s: %d files, %.0f MiB%n",
                archive,
                files,
                Files.size(archive) / MEBIBYTE);
        out.flush();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
