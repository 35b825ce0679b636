package io.fueloptimine.jobs.deadletters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.input.PrintableText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Formats dead letters for terminals and scripts. Control characters and bidirectional characters
 * are escaped, because they could change the state of a terminal or make names misleading.
 */
public final class DeadLetterText {

    private static final int HEX_BYTES_A_LINE = 16;
    private static final int MAX_CELL = 34;
    private static final int MAX_TEXT = 1_000;
    private static final HexFormat HEX = HexFormat.of().withDelimiter(" ");

    private DeadLetterText() {}

    /** Formats a text table with one dead letter per line. */
    public static String table(List<DeadLetter> letters) {
        StringBuilder text = new StringBuilder();
        String form = "%-24s %-9s %-28s %-10s %-34s %s%n";
        text.append(
                String.format(
                        Locale.ROOT,
                        form,
                        "received",
                        "verdict",
                        "rule",
                        "machine",
                        "observed",
                        "id"));
        for (DeadLetter letter : letters) {
            String observed = letter.field() == null ? "" : shown(letter.field()) + "=";
            text.append(
                    String.format(
                            Locale.ROOT,
                            form,
                            shown(letter.receivedAt()),
                            shown(letter.verdict()),
                            shown(letter.rule()),
                            shown(letter.machineId()),
                            cut(observed + shown(letter.observed()), MAX_CELL),
                            shown(letter.qualityId())
                                    + (letter.replays() > 0 ? "  (replayed)" : "")));
        }
        return text.toString();
    }

    /** Formats the number of dead letters by verdict and rule. */
    public static String totals(Map<String, Long> counts) {
        StringBuilder text = new StringBuilder();
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        text.append(String.format(Locale.ROOT, "%,d in total%n", total));
        counts.forEach(
                (rule, count) ->
                        text.append(String.format(Locale.ROOT, "%,12d  %s%n", count, shown(rule))));
        return text.toString();
    }

    /**
     * Formats all fields of a dead letter. The payload is shown as text if it is valid UTF-8,
     * otherwise as a hex dump.
     */
    public static String details(DeadLetter letter) {
        StringBuilder text = new StringBuilder();
        line(text, "id", letter.qualityId());
        line(text, "verdict", letter.verdict());
        line(text, "rule", letter.rule());
        line(text, "severity", letter.severity());
        line(text, "field", letter.field());
        line(text, "observed", letter.observed());
        line(text, "expected", letter.expected());
        line(text, "topic", letter.topic());
        line(text, "machine", letter.machineId());
        line(text, "event time", letter.eventTime());
        line(text, "received at", letter.receivedAt());
        line(text, "redelivered", letter.redelivered());
        line(text, "replayed at", letter.replayedAt());
        line(text, "replays", letter.replays());
        line(text, "payload", size(letter.payload()));
        if (letter.payload() != null) {
            text.append(payload(letter.payload()));
        }
        return text.toString();
    }

    /**
     * Formats a dead letter as one line of JSON. The payload is a text if it is valid UTF-8,
     * otherwise base 64.
     */
    public static String json(DeadLetter letter) {
        ObjectNode json = MineJson.mapper().valueToTree(letter);
        json.remove("payload");
        if (letter.payload() != null) {
            utf8(letter.payload())
                    .ifPresentOrElse(
                            text -> json.put("payload", text),
                            () -> json.put("payloadBase64", letter.payload()));
        }
        return json.toString();
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(String.format(Locale.ROOT, "%-12s %s%n", name, shown(value)));
    }

    private static String size(byte[] payload) {
        return payload == null ? "not kept" : payload.length + " bytes";
    }

    private static String payload(byte[] payload) {
        Optional<String> text = utf8(payload);
        return text.isPresent() ? PrintableText.ofLines(text.get()) + "\n" : hexDump(payload);
    }

    private static String hexDump(byte[] payload) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < payload.length; from += HEX_BYTES_A_LINE) {
            int to = Math.min(payload.length, from + HEX_BYTES_A_LINE);
            StringBuilder characters = new StringBuilder();
            for (int i = from; i < to; i++) {
                characters.append(payload[i] >= ' ' && payload[i] < 127 ? (char) payload[i] : '.');
            }
            String hex = HEX.formatHex(payload, from, to);
            text.append(String.format(Locale.ROOT, "%08x  %-47s  %s%n", from, hex, characters));
        }
        return text.toString();
    }

    private static Optional<String> utf8(byte[] payload) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(payload))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String shown(Object value) {
        return value == null ? "-" : cut(PrintableText.of(value.toString()), MAX_TEXT);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - 3;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "...";
    }
}
