package io.fueloptimine.models.quality.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.quality.suite.RuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExpectationsPageTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void listsEveryExpectationWithItsKeys() throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of("EXPECTATIONS.md")).stream()
                        .filter(line -> line.startsWith("| `expect_"))
                        .toList();

        assertThat(rows)
                .extracting(row -> codes(cell(row, 1)).get(0))
                .containsExactlyElementsOf(
                        Arrays.stream(ExpectationKind.values())
                                .map(ExpectationKind::yamlName)
                                .toList());
        for (String row : rows) {
            ExpectationKind kind =
                    ExpectationKind.fromYamlName(codes(cell(row, 1)).get(0)).orElseThrow();
            assertThat(new TreeSet<>(codes(cell(row, 2)))).as(row).isEqualTo(kind.keys());
        }
    }

    @Test
    void namesEveryCommonKey() throws IOException {
        String page = Files.readString(Path.of("EXPECTATIONS.md"));

        assertThat(RuleReader.COMMON_KEYS).allSatisfy(key -> assertThat(page).contains("`" + key));
    }

    private static String cell(String row, int number) {
        return row.split("\\|")[number];
    }

    private static List<String> codes(String text) {
        List<String> codes = new ArrayList<>();
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }
}
