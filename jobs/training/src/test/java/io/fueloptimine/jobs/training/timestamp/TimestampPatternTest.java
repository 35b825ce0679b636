package io.fueloptimine.jobs.training.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampPatternTest {

    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 1, 5, 8, 0, 0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd-MMM-yy HH:mm:ss | en | 05-Jan-26 08:00:00",
                "dd-MMM-yy HH:mm:ss | en | 05-JAN-26 08:00:00",
                "dd-MMM-yy HH:mm:ss | es-BO | 05-ene-26 08:00:00",
                "dd-MMM-yy HH:mm:ss | es-BO | 05-ene.-26 08:00:00",
                "dd-MMM-yy HH:mm:ss | es-BO | 05-ENE-26 08:00:00",
                "dd.MMM.yyyy HH:mm:ss | es | 05.ene.2026 08:00:00",
                "d 'de' MMMM 'de' yyyy HH:mm:ss | es | 5 de enero de 2026 08:00:00",
                "d MMMM yyyy HH:mm:ss | pt-BR | 5 janeiro 2026 08:00:00",
                "d MMM yyyy HH:mm:ss | fr | 5 janv. 2026 08:00:00",
                "M/d/yyyy h:mm:ss a | en | 1/5/2026 8:00:00 AM",
                "M/d/yyyy h:mm:ss a | en | 1/5/2026 8:00:00 am",
                "d/M/yyyy h:mm:ss a | es-PE | 5/1/2026 8:00:00 a. m.",
                "d/M/yyyy h:mm:ss a | es-PE | 5/1/2026 8:00:00 a.m.",
                "d/M/yyyy h:mm:ss a | es-PE | 5/1/2026 8:00:00 AM",
                "d/M/yyyy h:mm:ss a | es-PE | 5/1/2026 8:00:00\u00A0a.\u00A0m.",
                "yyyy-MM-dd HH:mm:ss[.SSS] | en | 2026-01-05 08:00:00",
                "yyyy-MM-dd HH:mm:ss[.SSS] | en | 2026-01-05 08:00:00.000",
                "yyyyMMddHHmmss | en | 20260105080000",
                "yyyy-DDD HH:mm | en | 2026-005 08:00",
            })
    void readsWhatSystemsWrite(String pattern, String locale, String value)
            throws UnreadableValueException {
        assertThat(pattern(pattern, locale).parse(value).local()).isEqualTo(MORNING);
    }

    /** September has the most abbreviations. */
    @ParameterizedTest
    @CsvSource({
        "es, sep",
        "es, sept",
        "es, sept.",
        "es, SEP",
        "es-PE, set.",
        "es-PE, set",
        "en, Sep",
        "en, Sept",
        "en-GB, Sep",
        "pt, set",
        "de, Sep",
        "de, Sept.",
        "it, set"
    })
    void readsEveryAbbreviationOfAMonth(String locale, String month)
            throws UnreadableValueException {
        assertThat(
                        pattern("dd-MMM-yyyy HH:mm", locale)
                                .parse("05-" + month + "-2026 08:00")
                                .local()
                                .getMonthValue())
                .isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "hi-IN-u-nu-deva", "es-BO", "tr-TR", "th-TH-u-ca-buddhist"})
    void doesNotDependOnTheLocaleOfTheJvm(String jvm) throws UnreadableValueException {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(jvm));
        try {
            assertThat(pattern("dd-MMM-yy h:mm:ss a", "en").parse("05-Jan-26 8:00:00 AM").local())
                    .isEqualTo(MORNING);
            assertThat(pattern("dd-MMM-yy HH:mm:ss", "es").parse("05-ene-26 08:00:00").local())
                    .isEqualTo(MORNING);
            assertThat(fault("d/M/yyyy h:mm a", "es", "UTC")).isNull();
        } finally {
            Locale.setDefault(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30 08:00:00",
                "2026-02-29 08:00:00",
                "2026-04-31 08:00:00",
                "2026-02-30 24:00:00",
                "2026-13-01 08:00:00",
                "2026-00-10 08:00:00",
                "2026-01-05 24:00:01",
                "2026-01-05 25:00:00",
                "2026-01-05 08:60:00",
                "2026-01-05 08:00:60",
                "2026-01-05",
                "2026-01-05 08:00:00 extra",
                "05/01/2026 08:00:00",
                "1/5/26",
            })
    void refusesTimesThatDoNotExist(String value) {
        assertThatThrownBy(() -> pattern("yyyy-MM-dd HH:mm:ss", "en").parse(value))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessage(
                        "a time that exists in the form yyyy-MM-dd HH:mm:ss, such as"
                                + " 2026-11-23 21:43:54");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28 24:00:00, 2026-03-01T00:00",
        "2024-02-28 24:00:00, 2024-02-29T00:00",
        "2024-02-29 24:00:00, 2024-03-01T00:00",
        "2026-12-31 24:00:00, 2027-01-01T00:00"
    })
    void readsTheEndOfADay(String value, LocalDateTime expected) throws UnreadableValueException {
        assertThat(pattern("yyyy-MM-dd HH:mm:ss", "en").parse(value).local()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd'T'HH:mm:ssXXX, 2026-01-05T08:00:00+05:00, +05:00",
        "yyyy-MM-dd'T'HH:mm:ssXXX, 2026-01-05T08:00:00Z, Z",
        "yyyy-MM-dd'T'HH:mm:ssX, 2026-01-05T08:00:00-03, -03:00",
        "yyyy-MM-dd'T'HH:mm:ssZ, 2026-01-05T08:00:00-0300, -03:00",
        "yyyy-MM-dd'T'HH:mm:ssxx, 2026-01-05T08:00:00-0330, -03:30",
        "dd/MM/yyyy HH:mm:ss O, 05/01/2026 08:00:00 GMT-4, -04:00",
        "yyyy-MM-dd HH:mm:ss[ XXX], 2026-01-05 08:00:00 +01:00, +01:00",
        "yyyy-MM-dd HH:mm:ss, 2026-01-05T08:00:00Z, Z",
        "dd.MM.yyyy, 2026-01-05T08:00:00+02:00, +02:00"
    })
    void keepsTheOffset(String pattern, String value, String offset)
            throws UnreadableValueException {
        WrittenTime time = pattern(pattern, "en").parse(value);

        assertThat(time.local()).isEqualTo(MORNING);
        assertThat(time.offset()).contains(ZoneOffset.of(offset));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd",
                "HH:mm:ss",
                "MM-dd HH:mm:ss",
                "YYYY-MM-dd HH:mm:ss",
                "yyyy-MM-DD HH:mm:ss",
                "yyyy-MM-dd hh:mm:ss",
                "yyyy-mm-dd HH:MM:ss",
                "dd/MM/yyyy HH:MM",
                "yyyy-MM-dd HH:mm:SS",
                "yyyy-MM-dd HH:mm:ss z",
                "yyyy-MM-dd HH:mm:ss VV",
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                "yyyy-MM-dd HH:mm:ss 'UTC'",
                "yyyy-MM-dd'T'HH:mm:ss'-03:00'",
                "yyyy-MM-dd'T'HH:mm:ss+00:00",
                "yyyy-MM-dd HH:mm:ss b",
                "%Y-%m-%d %H:%M:%S",
                "'yyyy-MM-dd HH:mm",
                "yyyy-MM-dd HH:mm:ss]",
                "dd-MMM-yyyy"
            })
    void refusesAPatternThatCannotGiveTheTime(String pattern) {
        assertThat(fault(pattern, "en", "America/Santiago")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                "yyyy-MM-dd'T'HH:mm:ss[.SSS]'Z'",
                "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "M/d/yyyy H:mm",
                "M/d/yyyy h:mm a",
                "yyyy-MM-dd HH",
                "uuuu-MM-dd kk:mm",
                "EEE MMM d HH:mm:ss yyyy",
                "dd-MMM-yy HH:mm:ss.SSSSSS",
                "dd-MMM-yy hh.mm.ss.SSSSSSSSS a"
            })
    void acceptsAPatternThatGivesTheTime(String pattern) {
        assertThat(fault(pattern, "en", "UTC")).isNull();
    }

    private static String fault(String pattern, String locale, String zone) {
        return PatternCheck.fault(pattern, Locale.forLanguageTag(locale), ZoneId.of(zone))
                .orElse(null);
    }

    private static TimestampPattern pattern(String pattern, String locale) {
        return TimestampPattern.of(pattern, Locale.forLanguageTag(locale));
    }
}
