package io.fueloptimine.connectors.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The T-SQL parser of the npm package {@code @polyglot-sql/sdk}, run by Node. It is not a
 * dependency of the project: {@code .ci/run} installs it in {@code target/tsql}, where Node and npm
 * are present.
 */
final class TsqlParser {

    static final String SETTING = "FUEL_TSQL_PARSER";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    private TsqlParser(Path folder) {
        this.folder = folder;
    }

    /**
     * Finds the parser in the folder that the environment variable {@value #SETTING} names, or in
     * {@code target/tsql} of the checkout.
     */
    static Optional<TsqlParser> find() {
        String setting = System.getenv(SETTING);
        Path folder = Path.of(setting == null ? "../../target/tsql" : setting).toAbsolutePath();
        return Files.exists(folder.resolve("node_modules/@polyglot-sql/sdk/package.json"))
                ? Optional.of(new TsqlParser(folder.normalize()))
                : Optional.empty();
    }

    /** The statements that are not T-SQL, each with the parser's message. */
    Map<String, String> faults(List<String> statements) throws IOException, InterruptedException {
        Path script = Files.createTempFile("tsql", ".mjs");
        Path input = Files.createTempFile("tsql", ".json");
        try (var source = TsqlParser.class.getResourceAsStream("/tsql/parse.mjs")) {
            Files.write(script, source.readAllBytes());
            JSON.writeValue(input.toFile(), statements);
            return faults(statements, run(script, input));
        } finally {
            Files.delete(script);
            Files.delete(input);
        }
    }

    private byte[] run(Path script, Path input) throws IOException, InterruptedException {
        Process node =
                new ProcessBuilder("node", script.toString(), folder.toString())
                        .redirectInput(input.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        byte[] output = node.getInputStream().readAllBytes();
        if (node.waitFor() != 0) {
            throw new IOException("the T-SQL parser ended with exit code " + node.exitValue());
        }
        return output;
    }

    private static Map<String, String> faults(List<String> statements, byte[] output)
            throws IOException {
        List<?> errors = JSON.readValue(output, ArrayList.class);
        Map<String, String> faults = new LinkedHashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            if (errors.get(i) != null) {
                faults.put(statements.get(i), (String) errors.get(i));
            }
        }
        return faults;
    }
}
