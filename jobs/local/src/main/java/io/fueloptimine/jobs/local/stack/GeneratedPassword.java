package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A password that is generated once and kept in a file that only its owner can read. */
final class GeneratedPassword {

    private static final int BYTES = 24;

    private GeneratedPassword() {}

    /**
     * The password in the file, which is created if it is missing.
     *
     * @return hexadecimal digits
     * @throws IOException if the file cannot be read or created, or has other content
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
