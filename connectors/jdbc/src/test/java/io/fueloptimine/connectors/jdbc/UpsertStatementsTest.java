package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The exact statements of all sinks. After a deliberate change, the system property {@value #WRITE}
 * writes the files again.
 */
class UpsertStatementsTest {

    private static final String WRITE = "fueloptimine.write-statements";
    private static final Path FOLDER = Path.of("src/test/resources/statements");

    @Test
    void everyUpsertIsAsReviewed() throws IOException {
        for (SqlDialect dialect : SqlDialect.values()) {
            String statements =
                    AllTables.LIST.stream()
                            .map(table -> table.upsert(dialect))
                            .collect(Collectors.joining("\n\n", "", "\n"));
            Path file = FOLDER.resolve("upserts-" + dialect.name().toLowerCase() + ".sql");
            if (Boolean.getBoolean(WRITE)) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, statements);
            }
            assertThat(statements).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        }
    }
}
