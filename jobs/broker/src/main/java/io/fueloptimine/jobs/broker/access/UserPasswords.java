package io.fueloptimine.jobs.broker.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * The passwords of users, each in a file {@code NAME.password}. A file is read at each check, so
 * that a new password applies to the next connection. Thread-safe.
 */
public final class UserPasswords {

    /** Names that cannot leave the folder, and that have no meaning in topic filters. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Path folder;

    public UserPasswords(Path folder) {
        this.folder = folder;
    }

    /**
     * Whether the password is that of the user. An empty file permits no password. The comparison
     * takes the same time for every wrong password of one length.
     */
    public boolean accepts(String user, byte[] password) {
        if (!NAME.matcher(user).matches()) {
            return false;
        }
        try {
            byte[] expected =
                    Files.readString(folder.resolve(user + ".password"))
                            .strip()
                            .getBytes(StandardCharsets.UTF_8);
            return expected.length > 0 && MessageDigest.isEqual(expected, password);
        } catch (IOException unknownUser) {
            return false;
        }
    }
}
