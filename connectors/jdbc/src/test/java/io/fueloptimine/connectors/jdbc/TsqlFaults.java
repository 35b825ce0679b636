package io.fueloptimine.connectors.jdbc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What SQL Server 2016 refuses although the T-SQL parser of the tests accepts it: the syntax of
 * other databases, and functions of later versions.
 */
final class TsqlFaults {

    private static final Map<String, Pattern> FAULTS = new LinkedHashMap<>();

    static {
        fault("LIMIT", "\\bLIMIT\\s+[\\d?]");
        fault("ON CONFLICT", "\\bON\\s+CONFLICT\\b");
        fault("CREATE OR REPLACE", "\\bCREATE\\s+OR\\s+REPLACE\\b");
        fault("ADD COLUMN", "\\bADD\\s+COLUMN\\b");
        fault("COMMENT ON", "\\bCOMMENT\\s+ON\\b");
        fault(
                "IF NOT EXISTS in DDL",
                "\\b(TABLE|INDEX|VIEW|ROLE|SCHEMA|ADD)\\s+IF\\s+NOT\\s+EXISTS\\b");
        fault("::", "(?<!\\bSCHEMA)::");
        fault("||", "\\|\\|");
        fault("TRUE or FALSE", "\\b(TRUE|FALSE)\\b");
        fault(
                "function of another database",
                "\\b(NOW|EXTRACT|DATE_TRUNC|TO_CHAR|LENGTH|IFNULL|NVL|LN|POW)\\s*\\(");
        fault("CURRENT_DATE", "\\b(CURRENT_DATE|CURRENT_TIME|LOCALTIMESTAMP)\\b");
        fault(
                "function of a later version",
                "\\b(STRING_AGG|CONCAT_WS|TRIM|TRANSLATE|GREATEST|LEAST|DATETRUNC|DATE_BUCKET|GENERATE_SERIES|APPROX_PERCENTILE_CONT|JSON_OBJECT|JSON_ARRAY)\\s*\\(");
        fault(
                "type of another database",
                "\\b(BOOLEAN|BYTEA|CLOB|BLOB|TIMESTAMP|SERIAL|UUID|JSONB?|DOUBLE)\\b(?!\\s*\\()");
        fault("text that loses characters", "(?<!N)\\bVARCHAR\\b|\\bCHAR\\s*\\(\\d+\\)");
        fault("NULLS FIRST or LAST", "\\bNULLS\\s+(FIRST|LAST)\\b");
        fault("FETCH without OFFSET", "^(?!.*\\bOFFSET\\b).*\\bFETCH\\s+(FIRST|NEXT)\\b");
        fault("FILTER", "\\bFILTER\\s*\\(\\s*WHERE\\b");
        fault("GROUP BY a position", "\\bGROUP\\s+BY\\s+\\d");
        fault("typed literal", "\\b(DATE|TIME|TIMESTAMP|INTERVAL)\\s+''");
        fault("RETURNING", "\\bRETURNING\\b");
        fault("backtick", "`");
        fault("MERGE without its semicolon", "^\\s*MERGE\\b.*[^;\\s]\\s*$");
        fault("order of a view", "^\\s*CREATE\\b.*\\bVIEW\\b.*\\bORDER\\s+BY\\s[^()]*$");
    }

    private TsqlFaults() {}

    /**
     * The names of the faults of one statement; comments and the content of literals are ignored.
     */
    static List<String> in(String statement) {
        String code = SqlScript.withoutLiterals(statement);
        return FAULTS.entrySet().stream()
                .filter(fault -> fault.getValue().matcher(code).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void fault(String name, String pattern) {
        FAULTS.put(name, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }
}
