package io.fueloptimine.jobs.settings;

import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.MineSiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads every mine file of a folder. */
final class MineFolder {

    private MineFolder() {}

    /**
     * Reads the files {@code *.yaml} and {@code *.yml}, in the order of their names.
     *
     * @throws InvalidInputException naming every fault of every file, a site that occurs twice, or
     *     a folder without mine files
     */
    static List<MineSite> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
        }
        List<String> faults = new ArrayList<>();
        if (files.isEmpty()) {
            faults.add("'" + folder + "' has no mine file, expected at least one *.yaml");
        }
        List<MineSite> mines = new ArrayList<>();
        Map<String, Path> sites = new HashMap<>();
        for (Path file : files) {
            try {
                MineSite mine = MineSiteFile.read(file);
                Path other = sites.putIfAbsent(mine.site(), file);
                if (other != null) {
                    faults.add(file + ": site " + mine.site() + " is also in " + other);
                }
                mines.add(mine);
            } catch (InvalidInputException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        return mines;
    }
}
