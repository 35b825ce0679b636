package io.fueloptimine.models.message;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Collects the fields of one message that are not in the schema, each with its exact text. The
 * result is never longer than the message.
 */
final class UnknownFields {

    private final byte[] payload;
    private final int start;
    private StringBuilder members;
    private Set<String> names;

    /**
     * @param payload the message, valid UTF-8
     * @param start the offset at which the parser began
     */
    UnknownFields(byte[] payload, int start) {
        this.payload = payload;
        this.start = start;
    }

    /**
     * Keeps the field whose name is the parser's current token, and advances the parser to the end
     * of its value.
     */
    void keep(JsonParser json) throws IOException, InvalidFieldException {
        names = names == null ? new HashSet<>() : names;
        if (!names.add(json.currentName())) {
            throw new InvalidFieldException(
                    json.currentName(), "the field twice", "each field at most once");
        }
        int from = start + (int) json.currentTokenLocation().getByteOffset();
        json.nextToken();
        json.skipChildren();
        // The parser reads texts lazily.
        json.finishToken();
        int to = start + (int) json.currentLocation().getByteOffset();
        members = members == null ? new StringBuilder("{") : members.append(',');
        members.append(new String(payload, from, to - from, StandardCharsets.UTF_8));
    }

    /** The text of the whole message. */
    String message() {
        return new String(payload, start, payload.length - start, StandardCharsets.UTF_8);
    }

    /** The collected fields as one JSON object; null when there are none. */
    String toJson() {
        return members == null ? null : members.append('}').toString();
    }
}
