package io.fueloptimine.jobs.cli.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of the bundle.
 *
 * @param name the name in the bundle, with slashes, relative to the bundle's folder
 * @param source the file with the content
 */
record BundleFile(String name, Path source) {

    /** Owner may write, everyone may read. */
    private static final int DATA_MODE = 0644;

    private static final int PROGRAM_MODE = 0755;

    /** The permissions in the archive: those of a program if the source is executable. */
    int mode() {
        return Files.isExecutable(source) ? PROGRAM_MODE : DATA_MODE;
    }

    /**
     * All files in a folder and its sub-folders.
     *
     * @param name the name of the folder in the bundle
     */
    static List<BundleFile> in(String name, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> of(name, folder, file)).toList();
        }
    }

    private static BundleFile of(String name, Path folder, Path file) {
        String relative = folder.relativize(file).toString().replace('\\', '/');
        return new BundleFile(name + "/" + relative, file);
    }
}
