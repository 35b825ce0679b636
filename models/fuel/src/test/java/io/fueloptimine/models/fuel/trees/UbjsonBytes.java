package io.fueloptimine.models.fuel.trees;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/** Writes UBJSON as XGBoost does: floats and integers in typed arrays, all else counted. */
final class UbjsonBytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private UbjsonBytes() {}

    static byte[] of(JsonNode node) {
        UbjsonBytes writer = new UbjsonBytes();
        try {
            writer.write(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.bytes.toByteArray();
    }

    private void write(JsonNode node) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node);
            case ARRAY -> writeArray(node);
            case STRING -> {
                out.writeByte('S');
                writeText(node.textValue());
            }
            case NUMBER -> {
                out.writeByte(node.isFloat() ? 'd' : 'l');
                writeNumber(node);
            }
            default -> throw new IllegalArgumentException("no " + node.getNodeType());
        }
    }

    private void writeObject(JsonNode node) throws IOException {
        out.writeByte('{');
        Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            writeText(field.getKey());
            write(field.getValue());
        }
        out.writeByte('}');
    }

    private void writeArray(JsonNode node) throws IOException {
        out.writeByte('[');
        boolean typed = !node.isEmpty() && node.get(0).isNumber();
        if (typed) {
            out.writeByte('$');
            out.writeByte(node.get(0).isFloat() ? 'd' : 'l');
        }
        out.writeByte('#');
        writeLength(node.size());
        for (JsonNode element : node) {
            if (typed) {
                writeNumber(element);
            } else {
                write(element);
            }
        }
    }

    private void writeNumber(JsonNode node) throws IOException {
        if (node.isFloat()) {
            out.writeFloat(node.floatValue());
        } else {
            out.writeInt(node.intValue());
        }
    }

    private void writeText(String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        writeLength(encoded.length);
        out.write(encoded);
    }

    private void writeLength(int length) throws IOException {
        out.writeByte('L');
        out.writeLong(length);
    }
}
