package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Generates a password once, and stores it in a file that only the owner of the file can read. */
final class GeneratedPassword {

    private static final int BYTES = 24;

    private GeneratedPassword() {}

    /**
     * Reads the password in a file. If the file is missing, a password is generated and the file is
     * created.
     *
     * @return the password, consisting of hexadecimal digits
     * @throws IOException if the file cannot be read or created, or contains no password
     */
    static String in(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            OwnerOnly.createFile(draft);
            Files.writeString(draft, HexFormat.of().formatHex(random) + System.lineSeparator());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        String password = SqlConnection.readPassword(file);
        if (!password.matches("[0-9a-f]+")) {
            throw new IOException(
                    "file "
                            + file
                            + " has no password of hexadecimal digits; delete it for a new one");
        }
        return password;
    }
}
