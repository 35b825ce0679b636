package io.fueloptimine.connectors.parquet.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders of a lake.
 *
 * <pre>
 * readings/date=2026-01-05/*.parquet   the rows, for everybody
 * readings/date=2026-01-05/_manifest.json
 * _lake/lock                           held while the files of the lake are changed
 * _lake/replaced/readings/date=2026-01-05.1767600000000/*.parquet
 * _lake/snapshots/ID/readings/date=2026-01-05/*.parquet
 * </pre>
 *
 * <p>DuckDB lists files and folders whose names begin with a dot or an underscore, which Spark and
 * Trino ignore. So a Parquet file that is not part of a table never lies in the folder of a table,
 * and the folder {@code _lake} is deeper than the pattern {@code lake/*}{@code /*}{@code
 * /*.parquet}.
 *
 * @param root the lake's folder
 */
public record LakeLayout(Path root) {

    /** The names of the tables. */
    public static final List<String> TABLES = List.of("readings", "windows", "cycles");

    /** The folder of all that is not rows. */
    private static final String CONTROL = "_lake";

    /** Whether a file is complete, by its name; the job names a file that it writes differently. */
    public static boolean isFinished(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".parquet") && !name.startsWith(".");
    }

    /** The folder of a table. */
    public Path table(String table) {
        return root.resolve(table);
    }

    /** The finished files of a table in order of their paths; none if there is no such table. */
    public List<Path> files(String table) throws IOException {
        Path folder = table(table);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return tree.filter(LakeLayout::isFinished).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The partitions of all tables, in order of table and name. */
    public List<LakePartition> partitions() throws IOException {
        return TABLES.stream()
                .flatMap(table -> folders(table(table)).map(f -> new LakePartition(table, f)))
                .toList();
    }

    /** The file whose lock a program holds while it changes files of the lake. */
    Path lock() {
        return root.resolve(CONTROL).resolve("lock");
    }

    /**
     * The folder of the files that compaction has replaced, one folder for each table, in it one
     * for each compaction of a partition.
     */
    Path replaced() {
        return root.resolve(CONTROL).resolve("replaced");
    }

    Path snapshots() {
        return root.resolve(CONTROL).resolve("snapshots");
    }

    /** The folders in a folder, in order of their names; none if it does not exist. */
    static Stream<Path> folders(Path parent) {
        Path[] found = parent.toFile().isDirectory() ? list(parent) : new Path[0];
        return Arrays.stream(found).filter(Files::isDirectory).sorted();
    }

    private static Path[] list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toArray(Path[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
