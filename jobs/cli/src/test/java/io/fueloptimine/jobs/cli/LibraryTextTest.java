package io.fueloptimine.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFile;
import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.fuel.trees.XgboostFile;
import io.fueloptimine.models.message.DecodeResult;
import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** No text of a library's exception reaches a user, whatever the input of whichever reader. */
class LibraryTextTest {

    private static final List<String> LIBRARY_TEXTS =
            List.of(
                    "com.fasterxml",
                    "Jackson",
                    "JsonReadFeature",
                    "DeserializationFeature",
                    "START_",
                    "END_",
                    "VALUE_",
                    "FIELD_NAME",
                    "Cannot ",
                    "Input length",
                    "For input string",
                    "Unexpected character",
                    "Unrecognized",
                    "was expecting",
                    "No enum constant",
                    "while parsing",
                    "while scanning",
                    "in 'reader'",
                    "java.",
                    "Exception",
                    "no String-argument",
                    "creator property",
                    "Text '",
                    "argument \"",
                    "out of range of",
                    "null pointer");

    private static final List<String> CORPUS =
            List.of(
                    "",
                    " ",
                    "\n\n",
                    "null",
                    "7",
                    "-0",
                    "NaN",
                    "true",
                    "\"text\"",
                    "'text'",
                    "text",
                    "[",
                    "[]",
                    "[1,2]",
                    "[null]",
                    "{",
                    "{}",
                    "{}{}",
                    "{} x",
                    "{\"a\":}",
                    "{\"a\":NaN}",
                    "{\"time\":NaN}",
                    "{\"time\":5}",
                    "{\"time\":null}",
                    "{\"time\":[]}",
                    "{\"time\":\"yesterday\"}",
                    "{\"fuelRateLph\":NaN}",
                    "{\"fuelRateLph\":\"12d\"}",
                    "{\"fuelRateLph\":0x1p4}",
                    "{\"a\":1,\"a\":2}",
                    "{\"a\":\"\\q\"}",
                    "{\"a\":\"\\uD800\"}",
                    "{\"site\":null}",
                    "{\"site\":[1]}",
                    "{\"site\":{}}",
                    "{\"trucks\":[null]}",
                    "{\"format\":\"x\"}",
                    "{\"format\":2,\"version\":\"1\"}",
                    "{\"version\":1.5}",
                    "{\"learner\":[]}",
                    "{\"learner\":{\"objective\":{\"name\":7}}}",
                    "{\"reasons\":[\"x\"]}",
                    "{\"at\":\"x\",\"yaml\":7}",
                    "{\"suite\":7,\"rules\":{}}",
                    "{\"expectations\":[null,7,{},{\"type\":7}]}",
                    "{\"expectations\":[{\"type\":\"expect_column_values_to_be_between\","
                            + "\"kwargs\":{\"column\":[],\"min_value\":\"x\"}}]}",
                    "a: [1",
                    "a: b: c",
                    "\tb: 1",
                    "a: &x [*x]",
                    "a: *unknown",
                    "a: !!float x",
                    "a: 1\na: 2",
                    "a: 1\n---\nb: 2",
                    "site: null",
                    "zone: Mars/Olympus\ncycles: {file: 7}",
                    "cycles: {timestamp: 'QQQQQQ{'}",
                    "alarms: 7",
                    "alarms: {longIdleMin: x}",
                    "name: a\nfaults: [{type: wet-road, start: 1x}]",
                    "%YAML 9.9\n---\n",
                    "{i\u0005learner",
                    "{L",
                    "{l\u007f\u007f\u007f\u007f",
                    "\u0000",
                    "\u001b[31m",
                    "[".repeat(3_000),
                    "{\"a\":".repeat(3_000),
                    "{\"a\":" + "9".repeat(3_000) + "}",
                    "a: " + "[".repeat(300),
                    "x".repeat(70_000));

    private static final Path ANDES = Path.of("../../deploy/local/mines/andes.yaml");

    @TempDir Path folder;

    private interface Reader {
        /** What the user is shown; empty if the input is accepted. */
        String faultOf(byte[] input) throws Exception;
    }

    @TestFactory
    List<DynamicTest> noReaderShowsATextOfALibrary() {
        List<DynamicTest> tests = new ArrayList<>();
        readers()
                .forEach(
                        (name, reader) ->
                                tests.add(DynamicTest.dynamicTest(name, () -> feed(name, reader))));
        return tests;
    }

    private static void feed(String name, Reader reader) {
        List<byte[]> inputs = new ArrayList<>();
        CORPUS.forEach(text -> inputs.add(text.getBytes(StandardCharsets.UTF_8)));
        inputs.add("a: Nuñez".getBytes(StandardCharsets.ISO_8859_1));
        inputs.add("{\"site\":\"Nuñez\"}".getBytes(StandardCharsets.ISO_8859_1));
        inputs.add("{\"site\":\"pit\"}".getBytes(StandardCharsets.UTF_16));
        inputs.add(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 1, 2, 3});
        inputs.add(new byte[] {0x0A, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F, 1});
        for (byte[] input : inputs) {
            String shown;
            try {
                shown = String.valueOf(reader.faultOf(input));
            } catch (Exception e) {
                shown = String.valueOf(e.getMessage());
                assertThat(e.getClass().getName())
                        .as("%s on %s: %s", name, new String(input, StandardCharsets.UTF_8), shown)
                        .startsWith("io.fueloptimine.");
            }
            assertThat(shown)
                    .as("%s on %s", name, new String(input, StandardCharsets.UTF_8))
                    .doesNotContain(LIBRARY_TEXTS);
        }
    }

    private Map<String, Reader> readers() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        for (String stream : List.of("telemetry", "state", "refuel", "note", "reply", "cycle")) {
            readers.put(
                    "message " + stream,
                    bytes -> {
                        DecodeResult result =
                                new MessageDecoder()
                                        .decode(
                                                new RawMessage(
                                                        "pit/v1/haultruck/T1/" + stream,
                                                        bytes,
                                                        Instant.EPOCH,
                                                        false));
                        return result instanceof DecodeResult.Unreadable unreadable
                                ? shown(unreadable.rejection())
                                : "";
                    });
        }
        for (Class<?> type :
                List.of(
                        Reading.class,
                        QualityRecord.class,
                        RetrainRequest.class,
                        SuiteUpdate.class,
                        DispatchAssignment.class)) {
            readers.put(
                    "record " + type.getSimpleName(),
                    bytes -> String.valueOf(MineJson.fromBytes(bytes, type) == null));
        }
        readers.put("mine file", file(MineSiteFile::read));
        readers.put("mine folder", file(path -> MineSites.read(path.getParent())));
        readers.put("settings", file(StepSettings::read));
        readers.put("scenario", file(path -> ScenarioFile.read(path, MineSiteFile.read(ANDES))));
        readers.put("suite file", file(ValidationSuite::read));
        readers.put("fleet mapping", file(FleetMappingFile::read));
        readers.put("model file", bytes -> String.valueOf(XgboostFile.read(bytes, "model.json")));
        readers.put(
                "model metadata",
                bytes -> {
                    Path version = folder.resolve("registry/models/m/version-1");
                    Files.createDirectories(version);
                    Files.write(version.resolve("metadata.json"), bytes);
                    return String.valueOf(
                            new ModelRegistry(folder.resolve("registry")).metadata("m", 1));
                });
        readers.put("rules check", command("rules", "check"));
        readers.put("rules import", command("rules", "import"));
        readers.put("settings check", command("settings", "check"));
        return readers;
    }

    private static String shown(QualityRecord rejection) {
        return rejection.field() + " " + rejection.observed() + " " + rejection.expected();
    }

    private interface FileReader {
        Object read(Path file) throws Exception;
    }

    private Reader file(FileReader reader) {
        return bytes -> {
            Path file = Files.createDirectories(folder.resolve("in")).resolve("input.yaml");
            Files.write(file, bytes);
            reader.read(file);
            return "";
        };
    }

    private Reader command(String... command) {
        return bytes -> {
            Path file = folder.resolve("input");
            Files.write(file, bytes);
            List<String> arguments = new ArrayList<>(List.of(command));
            arguments.add(file.toString());
            return fuel(arguments.toArray(String[]::new));
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abc", "12d", "0x1p4", "0x10", "NaN", "Infinity", "1e999", "٥", "5,0", "\0"})
    void wrongValuesOfOptionsAreNamed(String value) {
        for (String[] option :
                new String[][] {
                    {"local", "--minutes"},
                    {"local", "--speed"},
                    {"soak", "--every"},
                    {"local", "--parallelism"},
                    {"train", "--seed"},
                    {"gateway", "--port"},
                    {"dead-letters", "list", "--since"},
                    {"retrain", "--watch", "--nightly"}
                }) {
            List<String> arguments = new ArrayList<>(List.of(option));
            arguments.add(value);

            assertThat(fuel(arguments.toArray(String[]::new)))
                    .as(String.join(" ", arguments))
                    .contains(option[option.length - 1], "'" + value + "'", "expected ")
                    .doesNotContain(LIBRARY_TEXTS);
        }
    }

    @Test
    void aPathThatCannotExistIsNamed() {
        assertThat(fuel("train", "--registry", "a\0b"))
                .contains("--registry", "expected a name")
                .doesNotContain(LIBRARY_TEXTS);
    }

    private static String fuel(String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine line = Fuel.commandLine();
        line.setOut(new PrintWriter(new StringWriter()));
        line.setErr(new PrintWriter(err));
        line.execute(arguments);
        return err.toString();
    }
}
