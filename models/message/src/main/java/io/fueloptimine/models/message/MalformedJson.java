package io.fueloptimine.models.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.fueloptimine.models.mine.input.JsonFault;
import java.util.Locale;

/** Describes why a message is not valid JSON: by the field, the value and what is expected. */
final class MalformedJson {

    private static final String LIMITS =
            String.format(
                    Locale.ROOT,
                    "JSON of at most %d levels, texts of %d, names of %d and numbers of %d characters",
                    MessageBody.MAX_DEPTH,
                    MessageBody.MAX_TEXT_LENGTH,
                    MessageBody.MAX_NAME_LENGTH,
                    MessageBody.MAX_NUMBER_LENGTH);

    private MalformedJson() {}

    /**
     * The fault that ended the parsing of a message.
     *
     * @param json the parser at the position of the fault
     */
    static InvalidFieldException fault(
            JsonProcessingException e, JsonParser json, String text, RecordSchema<?> schema) {
        if (e instanceof StreamConstraintsException) {
            // The parser is still at the field before a name that is too long.
            boolean name = e.getOriginalMessage().startsWith("Name");
            return new InvalidFieldException(name ? null : currentName(json), sizeOf(text), LIMITS);
        }
        JsonFault fault = JsonFault.ofSyntax(e, text, "JSON");
        MessageField field = fault.field() == null ? null : schema.field(fault.field());
        return new InvalidFieldException(
                fault.field(),
                fault.value(),
                field == null ? fault.expected() : field.type().expected());
    }

    /** The field of the message at which the parser is; null when the parser is not at a field. */
    private static String currentName(JsonParser json) {
        JsonStreamContext context = json.getParsingContext();
        while (context.getParent() != null && !context.getParent().inRoot()) {
            context = context.getParent();
        }
        return context.getCurrentName();
    }

    private static String sizeOf(String text) {
        return "a message of " + text.length() + " characters above a limit";
    }
}
