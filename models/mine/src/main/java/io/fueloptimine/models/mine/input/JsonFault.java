package io.fueloptimine.models.mine.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;

/**
 * The fault that ended the reading of a JSON or YAML text. This fault is shown instead of the
 * message of Jackson's exception, which names Java classes and settings of the library.
 *
 * @param field the path of the invalid field, such as {@code trucks[2].payloadT}; null when the
 *     fault is not in the value of a field
 * @param value the value found, shortened; null when there is none; empty when {@code expected} is
 *     a whole sentence that contains the value
 * @param expected a description of valid values
 * @param line the line of the fault, from 1; 0 when the text has only one line
 */
public record JsonFault(String field, String value, String expected, int line) {

    private static final int MAX_SHOWN = 60;

    private static final String END = "the end of the text";

    private static final String TWICE = "given twice";

    /**
     * The fault that an exception reports.
     *
     * @param text the whole text that was read
     * @param mapper the mapper that has read the text
     */
    public static JsonFault of(JsonProcessingException e, String text, ObjectMapper mapper) {
        String format = mapper.getFactory().getFormatName();
        if (e instanceof JsonMappingException mapping) {
            return e.getCause() instanceof JsonProcessingException syntax
                            && !(syntax instanceof InputCoercionException)
                    ? ofSyntax(syntax, text, format).in(JsonPath.of(mapping.getPath()))
                    : JsonValueFault.of(mapping, tree(text, mapper), lineOf(e, text))
                            .orValue(excerpt(text, 0));
        }
        return ofSyntax(e, text, format);
    }

    /**
     * The syntax fault that an exception reports.
     *
     * @param format the expected format, such as JSON
     */
    public static JsonFault ofSyntax(JsonProcessingException e, String text, String format) {
        JsonParser parser = e.getProcessor() instanceof JsonParser given ? given : null;
        String expected =
                e instanceof StreamConstraintsException
                        ? format + " within the limits of depth, size and length"
                        : "valid " + format;
        if (parser != null && isDuplicate(e)) {
            String field = JsonPath.of(parser.getParsingContext());
            return new JsonFault(field, TWICE, "each field at most once", lineOf(e, text));
        }
        boolean inValue = parser != null && isInValue(e, parser.currentToken(), text);
        if (inValue) {
            return new JsonFault(
                    JsonPath.of(parser.getParsingContext()),
                    valueAt(parser, text),
                    expected,
                    lineOf(e, text));
        }
        boolean ended = e instanceof JsonEOFException;
        String found = ended ? END : excerpt(text, offset(e.getLocation(), text));
        return new JsonFault(null, found, expected, lineOf(e, text));
    }

    /** The text at an offset: one value, shortened if it is too long to show. */
    public static String excerpt(String text, int offset) {
        int at = Math.min(Math.max(offset, 0), text.length());
        int start = at;
        while (start > 0 && at - start < MAX_SHOWN && !isSeparator(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && end - start < MAX_SHOWN && !isEnd(text.charAt(end))) {
            end++;
        }
        String found = text.substring(start, end).strip();
        if (!found.isEmpty()) {
            return shortened(found);
        }
        String rest = text.substring(at).strip();
        return rest.isEmpty() ? END : shortened(rest.lines().findFirst().get());
    }

    /** The fault in one sentence. */
    public String sentence() {
        String where = line > 0 ? " (line " + line + ")" : "";
        if (value == null) {
            return (field == null ? "a value" : field)
                    + " is missing, expected "
                    + expected
                    + where;
        }
        if (value.isEmpty()) {
            return (field == null ? "" : field + ": ") + expected + where;
        }
        boolean plain = value.equals(END) || value.equals(TWICE);
        String shown = plain ? value : "'" + value + "'";
        String found = field == null ? shown : field + " is " + shown;
        return found + ", expected " + expected + where;
    }

    static String shortened(String text) {
        if (text.length() <= MAX_SHOWN) {
            return text;
        }
        boolean split = Character.isHighSurrogate(text.charAt(MAX_SHOWN - 1));
        return text.substring(0, split ? MAX_SHOWN - 1 : MAX_SHOWN) + "...";
    }

    /**
     * This fault; if neither field nor value is known, a copy that shows the beginning of the text
     * as the value.
     */
    private JsonFault orValue(String text) {
        return field == null && value == null ? new JsonFault(null, text, expected, line) : this;
    }

    private JsonFault in(String outer) {
        return field == null && !outer.isEmpty()
                ? new JsonFault(outer, value, expected, line)
                : this;
    }

    /**
     * Whether the fault is in the value of the field that the parser has read last. For an invalid
     * number such as 12d, the parser reports a position directly after the token 12.
     */
    private static boolean isInValue(JsonProcessingException e, JsonToken token, String text) {
        int offset = offset(e.getLocation(), text);
        boolean behindToken =
                token != null
                        && token.isScalarValue()
                        && !(e instanceof JsonEOFException)
                        && offset > 0
                        && offset <= text.length()
                        && !Character.isWhitespace(text.charAt(offset - 1))
                        && !isSeparator(text.charAt(offset - 1));
        return token == JsonToken.FIELD_NAME || behindToken;
    }

    /**
     * The text of the value that begins at the parser's token; if the token is a field name, the
     * value after the name.
     */
    private static String valueAt(JsonParser parser, String text) {
        int start = offset(parser.currentTokenLocation(), text);
        if (parser.currentToken() == JsonToken.FIELD_NAME) {
            int colon = text.indexOf(':', start);
            start = colon < 0 ? start : colon + 1;
        }
        int end = start;
        while (end < text.length() && (end == start || !isEnd(text.charAt(end)))) {
            end++;
        }
        String value = text.substring(Math.min(start, end), end).strip();
        return value.isEmpty() ? END : shortened(value);
    }

    private static boolean isDuplicate(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
    }

    private static JsonNode tree(String text, ObjectMapper mapper) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static int lineOf(JsonProcessingException e, String text) {
        boolean several = text.strip().indexOf('\n') >= 0;
        return several && e.getLocation() != null ? e.getLocation().getLineNr() : 0;
    }

    private static int offset(JsonLocation location, String text) {
        if (location == null) {
            return 0;
        }
        if (location.getCharOffset() >= 0) {
            return (int) location.getCharOffset();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = (int) Math.min(Math.max(location.getByteOffset(), 0), bytes.length);
        return new String(bytes, 0, length, StandardCharsets.UTF_8).length();
    }

    private static boolean isSeparator(char c) {
        return isEnd(c) || c == '{' || c == '[' || c == ':';
    }

    private static boolean isEnd(char c) {
        return c == ',' || c == '}' || c == ']' || c == '\n' || c == '\r';
    }
}
