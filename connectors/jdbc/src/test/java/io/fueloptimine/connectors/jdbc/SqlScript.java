package io.fueloptimine.connectors.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the files in {@code sql/} and splits them into statements. */
final class SqlScript {

    private static final Path ROOT = Path.of("../../sql");
    private static final Pattern TOKEN =
            Pattern.compile(
                    "--[^\\n]*|'(?:[^']|'')*'|;(?:\\s*\\nGO(?=\\n|$))?|\\nGO(?=\\n|$)|.",
                    Pattern.DOTALL);
    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile("--[^\\n]*|'(?:[^']|'')*'");

    private SqlScript() {}

    /** The files of a folder in {@code sql/}, in the order of their versions and names. */
    static List<Path> files(String folder) throws IOException {
        try (var files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted((a, b) -> order(a).compareTo(order(b)))
                    .toList();
        }
    }

    /** The migrations of a dialect with the prefix {@code V}, one after the other. */
    static String migrations(String dialect) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files(dialect)) {
            if (file.getFileName().toString().startsWith("V")) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** The statements of a script, each with its semicolon and without comments. */
    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        Matcher token = TOKEN.matcher(script);
        while (token.find()) {
            String text = token.group();
            if (text.startsWith(";") || text.equals("\nGO")) {
                add(statements, statement.append(text.startsWith(";") ? ";" : ""));
            } else if (!text.startsWith("--")) {
                statement.append(text);
            }
        }
        add(statements, statement);
        return statements;
    }

    /** A statement without its comments and without the content of its literals. */
    static String withoutLiterals(String statement) {
        return COMMENT_OR_LITERAL
                .matcher(statement)
                .replaceAll((MatchResult found) -> found.group().startsWith("'") ? "''" : "");
    }

    private static void add(List<String> statements, StringBuilder statement) {
        String text = statement.toString().strip();
        if (!text.isEmpty() && !text.equals(";")) {
            statements.add(text);
        }
        statement.setLength(0);
    }

    private static String order(Path file) {
        Matcher version = Pattern.compile("V(\\d+)__.*").matcher(file.getFileName().toString());
        return version.matches()
                ? "%04d".formatted(Integer.valueOf(version.group(1)))
                : file.getFileName().toString();
    }
}
