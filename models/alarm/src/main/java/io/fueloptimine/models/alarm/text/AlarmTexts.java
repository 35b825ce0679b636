package io.fueloptimine.models.alarm.text;

import io.fueloptimine.models.alarm.AlarmSignal;
import io.fueloptimine.models.alarm.flood.FloodControl;
import io.fueloptimine.models.mine.alarm.AlertText;
import io.fueloptimine.models.mine.alarm.AlertType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of alarms in one language. The texts are in the resource files {@code
 * texts_en.properties} and {@code texts_es.properties} (UTF-8), which have the same keys and
 * placeholders. Immutable and thread-safe.
 *
 * <p>An alarm has four entries: {@code TYPE.seen}, {@code TYPE.expected}, {@code TYPE.reason} and
 * {@code TYPE.action}. A signal with a text variant uses {@code TYPE.variant.seen} and so on, if
 * the file contains them. An alarm of many machines of a site, whose type has no texts of the
 * variant {@code common}, uses {@code COMMON.seen} and so on. Placeholders:
 *
 * <ul>
 *   <li>{@code {payloadT}}: a number of the evidence, rounded; {@code {payloadT.1}} with one
 *       decimal, {@code {ratio%}} multiplied by 100 and rounded;
 *   <li>{@code {signal}}: a word of the signal; if the file has the entry {@code word.VALUE}, that
 *       entry replaces the value, so that words are translated;
 *   <li>{@code {site}}, {@code {machine}}, {@code {message}}: the fields of the signal.
 * </ul>
 *
 * <p>A placeholder without a value becomes the entry {@code word.unknown}. Numbers have a decimal
 * point in both languages, as in the mines of Peru, whatever the locale of the computer.
 */
public final class AlarmTexts {

    public static final AlarmTexts ENGLISH = AlarmTexts.read("texts_en.properties");
    public static final AlarmTexts SPANISH = AlarmTexts.read("texts_es.properties");

    /** A name, and optionally a number of decimals or a percent sign. */
    static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:\\.(\\d)|(%))?}");

    private static final String WORD = "word.";
    private static final String COMMON = "COMMON";

    private final Map<String, String> entries;

    private AlarmTexts(Map<String, String> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** All entries of the language's file, by key. */
    Map<String, String> entries() {
        return entries;
    }

    /** The text of the alarm that a signal raises. */
    public AlertText of(AlarmSignal signal) {
        String key = key(signal.type(), signal.variant());
        return new AlertText(
                filled(key + ".seen", signal),
                filled(key + ".expected", signal),
                filled(key + ".reason", signal),
                filled(key + ".action", signal));
    }

    private String key(AlertType type, String variant) {
        String special = type + "." + variant;
        if (variant != null && entries.containsKey(special + ".seen")) {
            return special;
        }
        return FloodControl.COMMON.equals(variant) ? COMMON : type.name();
    }

    private String filled(String key, AlarmSignal signal) {
        Matcher matcher = PLACEHOLDER.matcher(entries.getOrDefault(key, ""));
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String value = value(signal, matcher.group(1), matcher.group(2), matcher.group(3));
            matcher.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(text).toString();
    }

    private String value(AlarmSignal signal, String name, String decimals, String percent) {
        Double number = signal.evidence().get(name);
        if (number != null) {
            String format = "%." + (decimals == null ? "0" : decimals) + "f";
            return String.format(Locale.ROOT, format, percent == null ? number : number * 100);
        }
        String word =
                switch (name) {
                    case "site" -> signal.site();
                    case "machine" -> signal.machineId();
                    case "message" -> signal.message();
                    default -> signal.words().get(name);
                };
        return word(word == null ? "unknown" : word);
    }

    private String word(String value) {
        return entries.getOrDefault(WORD + value, value);
    }

    private static AlarmTexts read(String resource) {
        Properties properties = new Properties();
        try (var reader =
                new InputStreamReader(
                        AlarmTexts.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + resource, e);
        }
        Map<String, String> entries = new TreeMap<>();
        properties.forEach((key, text) -> entries.put(key.toString(), text.toString()));
        return new AlarmTexts(entries);
    }
}
