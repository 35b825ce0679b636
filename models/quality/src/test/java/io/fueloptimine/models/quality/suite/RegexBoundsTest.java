package io.fueloptimine.models.quality.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes in against memory, stack and time: what reading a suite with a hostile regex costs. */
class RegexBoundsTest {

    private static final long MAX_ALLOCATED = 32 << 20;
    private static final long STACK_BYTES = 768 << 10;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    static Stream<String> hostile() {
        return Stream.of(
                "((((a{100}){100}){100}){100})",
                "(a{100}){100}",
                "(?:(?:a{1000}){1000}){1000}",
                "(?:(?:(?:a{0,99}){0,99}){0,99}){0,99}",
                "(?:(?:(?:a{9,}){99,}){99,})+",
                "(?P<n>a{1000}){1000}",
                "(?<n>a{1000}){1000}",
                "(?i-s:a{1000}){1000}",
                "(?U)(?:(?:a{1000})?{1000})",
                "(?:\\Qab\\E{1000}){1000}",
                "(?:\\Q{9}\\E{1000}){1000}",
                "(?:[]{2}]{1000}){1000}",
                "(?:[^]{2}]{1000}){1000}",
                "(?:[[:alpha:]{2}]{1000}){1000}",
                "(?:[a\\]{2}]{1000}){1000}",
                "(?:\\x{41}{1000}){1000}",
                "(?:\\p{Greek}{1000}){1000}",
                "(?:\\pL{1000}){1000}",
                "(?:\\b{1000}){1000}",
                "(?:(?:){1000}){1000}",
                "(?:(|a){1000}){1000}",
                "(?:a|bc{1000}|d){1000}",
                "(?:x{1000}|(?:y{1000}|z{1000}){10}){10}",
                "(?:\ud83d\ude00{1000}){1000}",
                "a{2}".repeat(2) + "(?:a{1000}){4}",
                "(?:".repeat(100) + "a{10}" + "){10}".repeat(100),
                "[" + "\\pL".repeat(300) + "]",
                "\\PL".repeat(300),
                "(?i)" + "[^\\pL\\pN]".repeat(90),
                "(?i)\\x{1C81}",
                "(?i)[B-\\x{1044E}]",
                "(?i:\u1c80)",
                "(?i)[\\x{0}-\\x{10FFFE}]",
                "(?=a)",
                "(?!a{1000})",
                "(?<=a{1000})b",
                "(?#comment)a",
                "(?x)a # comment",
                "(a+)+\\1",
                "(?>a+)",
                "a++",
                "a{1001}",
                "a{99999999999999999999}",
                "a{2,1}",
                "a{2}{3}",
                "*a",
                "(a",
                "a)",
                "[a",
                "\\Qa\\E\\",
                "(".repeat(10_000) + "a" + ")".repeat(10_000),
                "(?:".repeat(10_000) + "a" + ")*".repeat(10_000),
                "[".repeat(10_000),
                "\\Q" + "a".repeat(10_000),
                "a|".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostilePatternIsRefusedAtOnce(String regex) throws Exception {
        InvalidInputException fault =
                limited(
                        () ->
                                catchThrowableOfType(
                                        InvalidInputException.class, () -> suite(regex)));

        assertThat(fault).isNotNull();
        assertThat(fault.faults()).hasSize(1).first().asString().startsWith("rule r0: regex: ");
        assertThat(fault.getMessage()).hasSizeLessThan(2_500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^OP-[0-9]{3,6}$",
                "^[A-Z]{2}[0-9]{1,4}(-[A-Z0-9]{1,8}){0,3}$",
                "^\\p{L}{1,100}( \\p{L}{1,100}){0,3}$",
                "(?i)^(mar\u00eda|jos\u00e9|camión) ?[0-9]*$",
                "^.{1,1000}$",
                "^(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?:\\.|$)){4}",
                "^[^\\x00-\\x1f]{0,64}$",
                "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$",
                "a{,5}|{|}|a{03}|x{2,y}",
                "(?P<shift>[AB])(?:a?){1000}"
            })
    void aPatternOfAMineIsAccepted(String regex) {
        assertThat(suite(regex).rules()).hasSize(1);
    }

    /** The costliest patterns that are accepted, against the longest text of a message. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:a?){1000}(?:a?){490}b",
                "(?:a{0,1000}|c{0,480})b",
                "(?:()()a?){370}b",
                "(?:(a*)*)*(?:a|aa|aaa){200}b",
                "(?:^*){700}(?:\\b*){280}b",
                "(?:\\pL{1,400}){3}b"
            })
    void matchingIsLinearInTheLengthOfTheText(String regex) throws Exception {
        String note = "a".repeat(8_192);

        assertThat(limited(() -> validate(regex, note))).isNotNull();
    }

    @Test
    void aTextOfAnyCharactersIsMatched() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= 0x1FFFF; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                all.appendCodePoint(c);
            }
        }
        String text = all.toString();

        for (String regex :
                new String[] {
                    "(?i)\u00ffK\u00b5z$", "(?i)[A-\u024f]{3}\\PL\\W\\S$", "(?i)\\p{Cyrillic}{9}$"
                }) {
            assertThat(limited(() -> validate(regex, text.substring(0, 8_192)))).isNotNull();
        }
    }

    @Test
    void theRegexesOfASuiteAreBoundedTogether() throws Exception {
        String[] many = Stream.generate(() -> "^.{1,1000}$").limit(6).toArray(String[]::new);

        InvalidInputException fault =
                limited(() -> catchThrowableOfType(InvalidInputException.class, () -> suite(many)));

        assertThat(fault)
                .hasMessageContaining("regexes of at most 10000 instructions in all")
                .hasMessageContaining("found 12");
    }

    private static ValidationResult validate(String regex, String text) {
        Reading reading =
                new Reading(
                        "pit",
                        EquipmentKind.HAULTRUCK,
                        "T-01",
                        ReadingStream.NOTE,
                        1,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        false,
                        List.of(),
                        null,
                        null,
                        null,
                        new Note("author", text),
                        null,
                        null);
        return new SuiteChecks(suite(regex)).validate(reading, 0, null);
    }

    /** Runs it with a small stack, and checks that it ends soon and allocates little. */
    private static <T> T limited(Supplier<T> reading) throws Exception {
        suite("a");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        CompletableFuture<T> result = new CompletableFuture<>();
        long[] allocated = new long[1];
        Runnable run =
                () -> {
                    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                    try {
                        T value = reading.get();
                        allocated[0] =
                                threads.getThreadAllocatedBytes(Thread.currentThread().getId())
                                        - before;
                        result.complete(value);
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                };
        Thread thread = new Thread(null, run, "suite", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        T value = result.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        assertThat(allocated[0]).isLessThan(MAX_ALLOCATED);
        return value;
    }

    private static ValidationSuite suite(String... regexes) {
        StringBuilder yaml = new StringBuilder("suite: s\nrules:\n");
        for (int i = 0; i < regexes.length; i++) {
            String quoted = new String(MineJson.toBytes(regexes[i]), StandardCharsets.UTF_8);
            yaml.append("- {name: r" + i + ", stream: note, column: text, severity: info,")
                    .append(" expectation: expect_column_values_to_match_regex, action: flag,")
                    .append(" regex: " + quoted + "}\n");
        }
        return ValidationSuite.parse(yaml.toString(), "suite");
    }
}
