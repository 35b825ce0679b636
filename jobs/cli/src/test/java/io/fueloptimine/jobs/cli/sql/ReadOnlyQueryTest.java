package io.fueloptimine.jobs.cli.sql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyQueryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                " with x AS (SELECT 1 AS a) SELECT a FROM x;",
                "(SELECT 1) UNION (SELECT 2)",
                "-- DELETE\nSELECT /* DROP TABLE x; */ ';' AS \"INSERT\", [INTO] FROM t",
                "SELECT 'it''s; DELETE' AS a, [x]];UPDATE] FROM t",
                "SELECT updated_at, last_update, @call, #drop FROM t"
            })
    void acceptsWhatReads(String sql) {
        assertThatCode(() -> ReadOnlyQuery.require(sql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1 DELETE FROM t | DELETE",
                "SELECT 1 /* x */ drop/**/TABLE t | DROP",
                "SELECT 1 -- x \\n UPDATE t SET a = 1 | UPDATE",
                "SELECT '--' TRUNCATE TABLE t | TRUNCATE",
                "SELECT '/*' EXEC sp_x '*/' | EXEC",
                "SELECT [--] INSERT t VALUES (1) COMMIT | INSERT, COMMIT",
                "SELECT * INTO copy FROM t | INTO",
                "WITH x AS (SELECT 1 AS a) MERGE t USING x ON a = 1 | MERGE",
                "SELECT 1 GRANT SELECT ON t TO u | GRANT"
            })
    void namesTheWordsThatWrite(String sql, String words) {
        assertThatThrownBy(() -> ReadOnlyQuery.require(sql.replace("\\n", "\n")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the query contains " + words + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DELETE FROM t",
                "EXEC sp_who",
                "/* SELECT */ DROP TABLE t",
                "SELECT 1; SELECT 2",
                "SELECT /* /* */ ' */ DELETE FROM t --'",
                "SELECT $$ ' $$; DELETE FROM t --'",
                "SELECT 1 // ' \n ; DELETE FROM t --'"
            })
    void refusesWhatIsNotOneClearQuery(String sql) {
        assertThatThrownBy(() -> ReadOnlyQuery.require(sql))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("expected ");
    }

    @Test
    void acceptsTheExampleQueries() throws IOException {
        Path queries = Path.of("../../sql/queries");
        try (var files = Files.list(queries)) {
            List<Path> found = files.toList();
            for (Path file : found) {
                ReadOnlyQuery.require(Files.readString(file));
            }
        }
    }
}
