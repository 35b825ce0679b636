package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints and savepoints of one job. A job that is started again is restored from the
 * newest of them.
 */
final class RestorePoints {

    private static final String METADATA = "_metadata";

    private final Path checkpoints;
    private final Path savepoints;

    RestorePoints(Path folder, String jobName) {
        String name = jobName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        this.checkpoints = folder.resolve("checkpoints").resolve(name);
        this.savepoints = folder.resolve("savepoints").resolve(name);
    }

    Path checkpoints() {
        return checkpoints;
    }

    Path savepoints() {
        return savepoints;
    }

    /**
     * The newest complete checkpoint or savepoint; empty if there is none. After a stop, the newest
     * is a savepoint; after a crash, the newest is a checkpoint.
     */
    Optional<Path> newest() {
        return Stream.of(checkpoints, savepoints)
                .flatMap(folder -> metadataUnder(folder).stream())
                .max(Comparator.comparing(RestorePoints::modifiedAt))
                .map(Path::getParent);
    }

    /** Deletes all checkpoints and savepoints except the given savepoint, which is newer. */
    void keepOnly(Path kept) {
        for (Path folder : List.of(checkpoints, savepoints)) {
            for (Path path : filesUnder(folder)) {
                if (!path.startsWith(kept) && !kept.startsWith(path)) {
                    delete(path);
                }
            }
        }
    }

    private static List<Path> metadataUnder(Path folder) {
        return filesUnder(folder).stream()
                .filter(path -> path.getFileName().toString().equals(METADATA))
                .toList();
    }

    /**
     * All files and folders under a folder; the content of a folder precedes the folder. Flink may
     * delete files at the same time.
     */
    private static List<Path> filesUnder(Path folder) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new Collect(found));
        } catch (IOException e) {
            throw new StackException("cannot read " + folder + ": " + e.getMessage(), e);
        }
        return found;
    }

    /** Collects files and ignores files that are deleted during the search. */
    private static final class Collect extends SimpleFileVisitor<Path> {

        private final List<Path> found;

        Collect(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException fault) {
            found.add(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException fault) throws IOException {
            if (fault instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw fault;
        }
    }

    private static FileTime modifiedAt(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new StackException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new StackException("cannot delete " + path + ": " + e.getMessage(), e);
        }
    }
}
