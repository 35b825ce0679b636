package io.fueloptimine.connectors.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of {@code deploy/postgrest}. */
final class PostgrestFiles {

    private static final Path FOLDER = Path.of("../../deploy/postgrest");

    private PostgrestFiles() {}

    /** The script that creates the login of PostgREST. */
    static String authenticator() throws IOException {
        return Files.readString(FOLDER.resolve("authenticator.sql"));
    }
}
