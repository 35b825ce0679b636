package io.fueloptimine.jobs.benchmarks.views;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Reads scripts whose statements end with a semicolon at the end of a line. */
final class SqlText {

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*$");
    private static final Pattern END = Pattern.compile(";\\s*(?:\\n|$)");

    private SqlText() {}

    /** The text of a file on the class path. */
    static String resource(String name) throws IOException {
        try (InputStream in = SqlText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no " + name + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The statements without their semicolons, and without lines that are comments. */
    static List<String> statements(String script) {
        return END.splitAsStream(COMMENT.matcher(script).replaceAll(""))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
