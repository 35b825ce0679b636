package io.fueloptimine.jobs.cli.sql;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Refuses a query that would change the database, so that a mistake changes nothing. This is no
 * protection against a user who means to write: only the rights of the database user are.
 */
final class ReadOnlyQuery {

    /**
     * Comments, literals and quoted identifiers. A block comment with another one in it does not
     * match, because the databases differ in where it ends.
     */
    private static final Pattern QUOTED =
            Pattern.compile(
                    "(?s)--[^\\r\\n]*|/\\*(?:(?!/\\*|\\*/).)*+\\*/"
                            + "|'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|\\[(?:[^\\]]|\\]\\])*+\\]");

    /** What one of the databases takes for a comment or a literal, and the other does not. */
    private static final Pattern AMBIGUOUS = Pattern.compile("/\\*|\\*/|//|\\$\\w*\\$");

    private static final Pattern ONE_QUERY =
            Pattern.compile("(?is)[\\s(]*(SELECT|WITH)\\b[^;]*;?\\s*");

    /** T-SQL needs no semicolon between statements, so these words can begin a second one. */
    private static final Pattern WRITING =
            Pattern.compile(
                    "(?i)(?<![\\w@#$])(INSERT|UPDATE|DELETE|MERGE|INTO|TRUNCATE|UPDATETEXT|WRITETEXT"
                            + "|CREATE|ALTER|DROP|GRANT|REVOKE|DENY|EXEC|EXECUTE|CALL|COMMIT|BACKUP"
                            + "|RESTORE|SHUTDOWN|KILL|DBCC|RECONFIGURE)(?![\\w@#$])");

    private ReadOnlyQuery() {}

    /**
     * Requires one statement that begins with SELECT or WITH and has no writing word outside of
     * comments, literals and quoted identifiers.
     *
     * @throws InvalidInputException for anything else; the message names the word
     */
    static void require(String sql) {
        String code = QUOTED.matcher(sql).replaceAll(" ");
        if (!ONE_QUERY.matcher(code).matches()) {
            throw new InvalidInputException("expected one statement that begins with SELECT");
        }
        List<String> words =
                WRITING.matcher(code)
                        .results()
                        .map(MatchResult::group)
                        .map(word -> word.toUpperCase(Locale.ROOT))
                        .distinct()
                        .toList();
        if (!words.isEmpty()) {
            throw new InvalidInputException(
                    "the query contains "
                            + String.join(", ", words)
                            + ", expected words that read only; put the name of a column in"
                            + " brackets");
        }
        if (AMBIGUOUS.matcher(code).find()) {
            throw new InvalidInputException(
                    "expected no comments within comments, no // and no $$ in a query");
        }
    }
}
