package io.fueloptimine.jobs.backfill.run;

import io.fueloptimine.jobs.backfill.history.History;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifies a backfill by everything that its rows depend on. */
final class InputDigest {

    private static final int BYTES = 12;

    private InputDigest() {}

    /**
     * The digest, hexadecimal. A file counts by its name, size and time of change, because a
     * history is too large to be read twice.
     */
    static String of(History history, BackfillSettings settings) {
        MessageDigest digest = sha256();
        add(digest, history.description());
        for (Path file : history.files()) {
            add(digest, describe(file));
        }
        add(digest, settings.range().toString());
        add(digest, settings.mines().toString());
        add(digest, settings.openSites().stream().sorted().toList().toString());
        add(digest, settings.registry().toString());
        add(digest, settings.steps().toString());
        add(digest, settings.sql().toString());
        add(digest, settings.lake().toString());
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static String describe(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot read " + file + ", expected a readable file", e);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
