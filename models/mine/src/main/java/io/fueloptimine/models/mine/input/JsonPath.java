package io.fueloptimine.models.mine.input;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Formats paths of JSON fields as text, such as {@code trucks[2].payloadT}. The path of the root is
 * empty.
 */
final class JsonPath {

    private JsonPath() {}

    static String of(List<Reference> references) {
        StringBuilder path = new StringBuilder();
        for (Reference reference : references) {
            append(path, reference.getFieldName(), reference.getIndex());
        }
        return path.toString();
    }

    /** The path to the current position of a parser. */
    static String of(JsonStreamContext context) {
        StringBuilder path = new StringBuilder();
        JsonStreamContext parent = context.getParent();
        if (parent != null) {
            path.append(of(parent));
        }
        if (context.inObject() && context.hasCurrentName()) {
            append(path, context.getCurrentName(), -1);
        } else if (context.inArray() && context.hasCurrentIndex()) {
            append(path, null, context.getCurrentIndex());
        }
        return path.toString();
    }

    /** The node at a path; a missing node when there is none. */
    static JsonNode find(JsonNode root, List<Reference> references) {
        JsonNode node = root;
        for (Reference reference : references) {
            node =
                    reference.getFieldName() != null
                            ? node.path(reference.getFieldName())
                            : node.path(reference.getIndex());
        }
        return node;
    }

    private static void append(StringBuilder path, String name, int index) {
        if (name == null) {
            path.append('[').append(index).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(name);
        }
    }
}
