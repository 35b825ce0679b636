package io.fueloptimine.models.mine.site;

import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.TextFile;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The mines that a job serves, by site. Immutable and serialisable, so that Flink functions can
 * have a field of this class.
 *
 * @param bySite the mines by site name, sorted by name
 */
public record MineSites(SortedMap<String, MineSite> bySite) implements Serializable {

    public MineSites {
        bySite = Collections.unmodifiableSortedMap(new TreeMap<>(bySite));
    }

    /** Creates an instance without mines. */
    public static MineSites none() {
        return new MineSites(new TreeMap<>());
    }

    /**
     * Creates the set from the given mines.
     *
     * @throws InvalidInputException when two mines have the same site name
     */
    public static MineSites of(MineSite... mines) {
        SortedMap<String, MineSite> bySite = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        Arrays.stream(mines)
                .filter(mine -> bySite.putIfAbsent(mine.site(), mine) != null)
                .forEach(mine -> faults.add("two mines have the site name " + mine.site()));
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        return new MineSites(bySite);
    }

    /**
     * Reads one mine file, or all files of a folder whose names end in {@code .yaml} or {@code
     * .yml}.
     *
     * @throws InvalidInputException when there is no file, a file is not valid, or two files have
     *     the same site name; the message names the faults of all files
     */
    public static MineSites read(Path fileOrFolder) {
        List<String> faults = new ArrayList<>();
        SortedMap<String, MineSite> bySite = new TreeMap<>();
        SortedMap<String, Path> readFrom = new TreeMap<>();
        for (Path file : mineFiles(fileOrFolder)) {
            try {
                MineSite mine = MineSiteFile.read(file);
                Path other = readFrom.putIfAbsent(mine.site(), file);
                if (other == null) {
                    bySite.put(mine.site(), mine);
                } else {
                    faults.add(
                            String.format(
                                    Locale.ROOT,
                                    "mine file %s: site %s is also in %s, expected a unique site name",
                                    file,
                                    mine.site(),
                                    other));
                }
            } catch (InvalidInputException e) {
                faults.add(e.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        return new MineSites(bySite);
    }

    /** The mine of a site; empty when no mine file defines it. */
    public Optional<MineSite> mine(String site) {
        return site == null ? Optional.empty() : Optional.ofNullable(bySite.get(site));
    }

    /**
     * The truck class with the given name at a site; empty when the site or the class is unknown.
     */
    public Optional<TruckClass> truckClass(String site, String className) {
        return mine(site)
                .flatMap(
                        mine ->
                                mine.truckClasses().stream()
                                        .filter(known -> known.name().equals(className))
                                        .findFirst());
    }

    private static List<Path> mineFiles(Path fileOrFolder) {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> entries = Files.list(fileOrFolder)) {
            List<Path> files = entries.filter(MineSites::isMineFile).sorted().toList();
            if (files.isEmpty()) {
                throw new InvalidInputException(
                        "folder " + fileOrFolder + " has no mine file, expected *.yaml");
            }
            if (files.size() > MineLimits.MAX_FILES) {
                throw new InvalidInputException(
                        "folder "
                                + fileOrFolder
                                + " has "
                                + files.size()
                                + " mine files, expected at most "
                                + MineLimits.MAX_FILES);
            }
            return files;
        } catch (IOException e) {
            throw new InvalidInputException("folder " + fileOrFolder + " " + TextFile.reason(e), e);
        }
    }

    private static boolean isMineFile(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }
}
