package io.fueloptimine.connectors.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One copy of all tables in a JVM of its own, as {@code fuel sql copy} does it. */
final class CopyProcess {

    private static final int BATCH_ROWS = 5;

    private CopyProcess() {}

    /**
     * Copies; prints a line before the first table and one for each transaction.
     *
     * @param arguments URL, user and password file of source and target
     */
    public static void main(String[] arguments) throws Exception {
        SqlConnection source =
                SqlConnection.withPasswordFile(arguments[0], arguments[1], Path.of(arguments[2]));
        SqlConnection target =
                SqlConnection.withPasswordFile(arguments[3], arguments[4], Path.of(arguments[5]));
        try (SqlCopy copy = SqlCopy.open(source, target, BATCH_ROWS)) {
            for (String table : SqlCopy.tables()) {
                copy.copy(table, rows -> System.out.println(table + " " + rows));
            }
        }
        System.out.println("done");
    }

    static Process start(List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                CopyProcess.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }
}
