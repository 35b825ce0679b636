package io.fueloptimine.models.mine.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictFormatTest {

    record Road(String id, double lengthM, int lanes, List<String> names) {}

    @TempDir Path folder;

    @Test
    void readsAValidText() {
        Road road = read("id: R\nlengthM: 0.1\nlanes: 2\nnames: [a]");

        assertThat(road).isEqualTo(new Road("R", 0.1, 2, List.of("a")));
        assertThat(read("{id: R, lengthM: 9007199254740992, lanes: 2, names: []}").lengthM())
                .isEqualTo(0x1p53);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lengthM: 5 | lengthM: 12d | lengthM is '12d', expected a number (line 2)",
                "lengthM: 5 | lengthM: 0x1p4 | lengthM is '0x1p4', expected a number",
                "lengthM: 5 | lengthM: 20f | lengthM is '20f', expected a number",
                "lengthM: 5 | lengthM: .inf | lengthM is '.inf', expected",
                "lengthM: 5 | lengthM: -Infinity | lengthM is '-Infinity', expected a number",
                "lengthM: 5 | lengthM: 1e999 | lengthM is",
                "lengthM: 5 | lengthM: 9007199254740993.0 | lengthM is '9007199254740993', expected",
                "lengthM: 5 | lengthM: 9007199254740993 | lengthM is '9007199254740993', expected",
                "lengthM: 5 | lengthM: ٥ | lengthM is '٥', expected a number",
                "lengthM: 5 | lengthM: | lengthM is 'null', expected a number",
                "lanes: 2 | lanes: 2.5 | lanes is '2.5', expected a whole number",
                "lanes: 2 | lanes: two | lanes is 'two', expected a whole number",
                "lanes: 2 | lanes: 3000000000 | lanes is '3000000000', expected a whole number",
                "lanes: 2 | lanes: true | lanes is 'true', expected a whole number",
                "lanes: 2 | lanes: 2\\nlines: 2 | lines is 'lines', expected one of the fields",
                "id: R | id: R\\nid: S | id is given twice, expected each field at most once (line 2)",
                "names: [] | names: a | names is 'a', expected a list",
                "names: [] | names: [] \\n--- \\nid: S | more text",
            })
    void namesFieldValueExpectedValueAndLine(String right, String wrong, String message) {
        String yaml = "id: R\nlengthM: 5\nlanes: 2\nnames: []\n";

        assertThatThrownBy(() -> read(yaml.replace(right, wrong.replace("\\n", "\n"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("road.yaml: ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [1",
                "a: b: c",
                "\tid: R",
                "id: \"open",
                "- 1",
                "&a",
                "*a",
                "%",
                "@",
                "a"
            })
    void containsNoTextOfALibrary(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidInputException.class)
                .message()
                .contains("expected ")
                .doesNotContain("while parsing", "in 'reader'", "com.fasterxml", "START_", "java.");
    }

    @Test
    void namesTheLineOfBytesThatAreNotUtf8() throws IOException {
        Path file = folder.resolve("latin1.yaml");
        Files.write(file, new byte[] {'a', ':', '\n', 'b', (byte) 0xF1, 'c'});

        assertThatThrownBy(() -> TextFile.read("mine file", file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("mine file " + file + ": byte 0xF1 in line 2, expected UTF-8 text");
    }

    private static Road read(String yaml) {
        return StrictFormat.YAML.value(yaml, Road.class, "road.yaml");
    }
}
