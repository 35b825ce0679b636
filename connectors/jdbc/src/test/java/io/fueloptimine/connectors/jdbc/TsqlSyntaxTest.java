package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether every statement for SQL Server is T-SQL: migrations, views, example queries, upserts. */
class TsqlSyntaxTest {

    /** Reserved words of T-SQL that a name of a column could be. */
    private static final Set<String> RESERVED =
            Set.of(
                    "add",
                    "all",
                    "any",
                    "as",
                    "authorization",
                    "backup",
                    "begin",
                    "between",
                    "break",
                    "browse",
                    "bulk",
                    "by",
                    "cascade",
                    "case",
                    "check",
                    "checkpoint",
                    "close",
                    "collate",
                    "column",
                    "commit",
                    "compute",
                    "constraint",
                    "contains",
                    "continue",
                    "convert",
                    "create",
                    "cross",
                    "current",
                    "cursor",
                    "database",
                    "declare",
                    "default",
                    "delete",
                    "deny",
                    "desc",
                    "disk",
                    "distinct",
                    "distributed",
                    "double",
                    "drop",
                    "dump",
                    "else",
                    "end",
                    "errlvl",
                    "escape",
                    "except",
                    "exec",
                    "execute",
                    "exists",
                    "exit",
                    "external",
                    "fetch",
                    "file",
                    "fillfactor",
                    "for",
                    "foreign",
                    "freetext",
                    "from",
                    "full",
                    "function",
                    "goto",
                    "grant",
                    "group",
                    "having",
                    "holdlock",
                    "identity",
                    "if",
                    "in",
                    "index",
                    "inner",
                    "insert",
                    "intersect",
                    "into",
                    "is",
                    "join",
                    "key",
                    "kill",
                    "left",
                    "like",
                    "lineno",
                    "load",
                    "merge",
                    "national",
                    "not",
                    "null",
                    "of",
                    "off",
                    "offsets",
                    "on",
                    "open",
                    "option",
                    "or",
                    "order",
                    "outer",
                    "over",
                    "percent",
                    "pivot",
                    "plan",
                    "precision",
                    "primary",
                    "print",
                    "proc",
                    "procedure",
                    "public",
                    "raiserror",
                    "read",
                    "reconfigure",
                    "references",
                    "replication",
                    "restore",
                    "restrict",
                    "return",
                    "revert",
                    "revoke",
                    "right",
                    "rollback",
                    "rowcount",
                    "rule",
                    "save",
                    "schema",
                    "select",
                    "session",
                    "set",
                    "setuser",
                    "shutdown",
                    "some",
                    "statistics",
                    "system_user",
                    "table",
                    "textsize",
                    "then",
                    "to",
                    "top",
                    "tran",
                    "transaction",
                    "trigger",
                    "truncate",
                    "tsequal",
                    "union",
                    "unique",
                    "unpivot",
                    "update",
                    "use",
                    "user",
                    "values",
                    "varying",
                    "view",
                    "waitfor",
                    "when",
                    "where",
                    "while",
                    "with",
                    "writetext");

    @Test
    void everyStatementIsParsedAsTsql() throws Exception {
        Optional<TsqlParser> parser = TsqlParser.find();
        assumeTrue(
                parser.isPresent(),
                "no T-SQL parser; npm install --prefix target/tsql @polyglot-sql/sdk brings it");
        List<String> statements = statements();

        assertThat(statements).hasSizeGreaterThan(150);
        assertThat(parser.get().faults(statements.stream().map(TsqlSyntaxTest::known).toList()))
                .isEmpty();
        assertThat(parser.get().faults(List.of("SELECT a FROM;", "SELECT a FROM b;"))).hasSize(1);
    }

    /** The parser does not know {@code DELETE TOP (n)}, which SQL Server has since 2005. */
    private static String known(String statement) {
        return statement.replaceFirst("^DELETE TOP \\(\\d+\\) FROM ", "DELETE FROM ");
    }

    @Test
    void noStatementHasWhatTheParserAcceptsWrongly() throws IOException {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        for (String statement : statements()) {
            List<String> found = TsqlFaults.in(statement);
            if (!found.isEmpty()) {
                faults.put(statement, found);
            }
        }

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM b LIMIT 5",
                "INSERT INTO a VALUES (1) ON CONFLICT DO NOTHING",
                "CREATE OR REPLACE VIEW a AS SELECT 1 AS x",
                "ALTER TABLE a ADD COLUMN b INT",
                "COMMENT ON TABLE a IS 'x'",
                "CREATE TABLE IF NOT EXISTS a (b INT)",
                "SELECT a::INT FROM b",
                "SELECT a || 'b' FROM b",
                "SELECT a FROM b WHERE c = TRUE",
                "SELECT NOW()",
                "SELECT STRING_AGG(a, ',') FROM b",
                "CREATE TABLE a (b BOOLEAN)",
                "CREATE TABLE a (b VARCHAR(20))",
                "SELECT a FROM b ORDER BY a NULLS LAST",
                "SELECT a FROM b FETCH FIRST 5 ROWS ONLY",
                "SELECT COUNT(*) FILTER (WHERE a > 0) FROM b",
                "SELECT a, COUNT(*) FROM b GROUP BY 1",
                "SELECT DATE '2026-01-05' AS x",
                "MERGE INTO a AS t USING b AS s ON (t.c = s.c) WHEN MATCHED THEN UPDATE SET c = s.c",
                "CREATE OR ALTER VIEW a AS SELECT b FROM c ORDER BY b"
            })
    void whatTheParserAcceptsWronglyIsNamed(String statement) {
        assertThat(TsqlFaults.in(statement)).hasSize(1);
    }

    @Test
    void aCommentOrLiteralIsNoFault() {
        assertThat(TsqlFaults.in("SELECT 'a || b' AS x -- LIMIT 5\nFROM c")).isEmpty();
        assertThat(TsqlFaults.in("SELECT a FROM b ORDER BY a OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY"))
                .isEmpty();
    }

    @Test
    void noColumnHasAReservedNameWithoutBrackets() throws IOException {
        Matcher column =
                Pattern.compile("(?m)^ {4}(\\w+) +[NDFIBV]\\w+|\\bADD (\\w+) [NDFIBV]\\w+")
                        .matcher(SqlScript.migrations("sqlserver"));
        while (column.find()) {
            assertThat(column.group(1) == null ? column.group(2) : column.group(1))
                    .isNotIn(RESERVED);
        }
    }

    private static List<String> statements() throws IOException {
        List<String> statements = new ArrayList<>();
        for (String folder : List.of("sqlserver", "queries")) {
            for (Path file : SqlScript.files(folder)) {
                statements.addAll(SqlScript.statements(Files.readString(file)));
            }
        }
        AllTables.LIST.forEach(table -> statements.add(table.upsert(SqlDialect.SQL_SERVER)));
        statements.addAll(List.of(FuelHours.DELETE, FuelHours.INSERT));
        statements.addAll(SqlRetention.statements(SqlDialect.SQL_SERVER));
        return statements;
    }
}
