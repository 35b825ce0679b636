package io.fueloptimine.jobs.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a process uses, from Linux's {@code /proc}.
 *
 * @param residentKib resident memory, KiB
 * @param threads number of threads
 * @param files number of open file handles, including sockets
 */
record ProcessUse(long residentKib, long threads, long files) {

    /** Whether the folder describes processes: on Linux, and nowhere else. */
    static boolean isReadableIn(Path proc) {
        return Files.isReadable(proc.resolve("self").resolve("status"));
    }

    /**
     * Reads what a process uses.
     *
     * @param proc the folder {@code /proc}
     * @return empty if the process has ended, or belongs to another user
     */
    static Optional<ProcessUse> read(Path proc, long pid) {
        Path folder = proc.resolve(Long.toString(pid));
        try {
            long residentKib = -1;
            long threads = -1;
            for (String line : Files.readAllLines(folder.resolve("status"))) {
                if (line.startsWith("VmRSS:")) {
                    residentKib = number(line);
                } else if (line.startsWith("Threads:")) {
                    threads = number(line);
                }
            }
            // A process that has ended but was not yet waited for has no memory.
            if (residentKib < 0 || threads < 0) {
                return Optional.empty();
            }
            try (Stream<Path> files = Files.list(folder.resolve("fd"))) {
                return Optional.of(new ProcessUse(residentKib, threads, files.count()));
            }
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }
}
