package io.fueloptimine.jobs.training.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.jobs.training.timestamp.UnreadableValueException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0.0",
        "12, 12",
        "+12, 12",
        "-12.5, -12.5",
        ".5, 0.5",
        "5., 5",
        "1e3, 1000",
        "1.5E-3, 0.0015",
        "007, 7",
        "9007199254740992, 9007199254740992",
        "0.10000000000000001, 0.1",
        "100.000000000000000000, 100",
        "1.1000000000000001, 1.1",
        "123456789012345.67, 123456789012345.67"
    })
    void readsNumbers(String value, double expected) throws UnreadableValueException {
        assertThat(usual().parse(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12d", "20f", "20F", "1D", "0x1p4", "0x10", "1_000", "NaN", "Infinity", "-Infinity",
                "1,5", "1.000,5", "1,000", "1 000", "12 L/h", "45%", "--5", "1e", "1e99999",
                        "1.2.3",
                "\u0661\u0662", "\u22125", "(5)", "", "."
            })
    void refusesWhatIsNoDecimalNumber(String value) {
        assertThatThrownBy(() -> usual().parse(value))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("a number such as 1234.5 (csv.decimal and csv.thousands");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "9007199254740993.0",
                "-9007199254740993",
                "12345678901234567890",
                "123456789012345.678",
                "1e400",
                "1e-400",
                "9.007199254740993e15"
            })
    void refusesWhatADoubleCannotContain(String value) {
        assertThatThrownBy(() -> usual().parse(value))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("without loss of digits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100,5 | 100.5",
                "1.000,5 | 1000.5",
                "1.234.567 | 1234567",
                "1000,5 | 1000.5",
                "-1.000 | -1000",
                "0,25 | 0.25"
            })
    void readsDecimalCommasAndThousands(String value, double expected)
            throws UnreadableValueException {
        assertThat(number(',', '.').parse(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.00", "10.00,5", "1,000.5", "1.0000", ".000", "1..000", "1,0,0"})
    void refusesGroupsOfOtherLengths(String value) {
        assertThatThrownBy(() -> number(',', '.').parse(value))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("1.234,5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 234,5", "1\u00A0234,5", "1\u202F234,5"})
    void readsEveryBlankBetweenGroups(String value) throws UnreadableValueException {
        assertThat(number(',', ' ').parse(value)).isEqualTo(1_234.5);
    }

    private static CsvNumber usual() {
        return new CsvNumber(CsvFormat.DEFAULT);
    }

    private static CsvNumber number(char decimal, char thousands) {
        return new CsvNumber(
                new CsvFormat(
                        Optional.empty(),
                        '"',
                        StandardCharsets.UTF_8,
                        decimal,
                        Optional.of(thousands)));
    }
}
