package io.fueloptimine.models.message.aemp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML and JSON to one form of tree. Names are in lower case, without prefix and without the
 * marks that converters of XML to JSON put before attributes ({@code @datetime}); attributes and
 * elements are the same. A name that occurs several times becomes a list. All values are texts.
 *
 * <p>The memory is bounded by limits of size, depth, number of values and length of texts. Document
 * type declarations and references to entities are refused, so that a page can neither make this
 * program read files or addresses nor grow while it is read. Not thread-safe.
 */
final class SnapshotTree {

    /** The greatest number of values; a page with a hundred machines has about ten thousand. */
    static final int MAX_VALUES = 200_000;

    static final int MAX_DEPTH = 32;
    static final int MAX_TEXT = 8_192;

    private static final String TEXT = "#text";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(MAX_TEXT)
                                    .maxNameLength(128)
                                    .maxNumberLength(64)
                                    .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build();

    private int values;

    private SnapshotTree() {}

    /**
     * Reads a page.
     *
     * @throws InvalidSnapshotException when the bytes are neither XML nor JSON, or exceed a limit
     */
    static JsonNode of(byte[] page) throws InvalidSnapshotException {
        int first = 0;
        while (first < page.length && page[first] <= ' ' && page[first] >= 0) {
            first++;
        }
        boolean isJson = first < page.length && (page[first] == '{' || page[first] == '[');
        SnapshotTree tree = new SnapshotTree();
        try {
            return isJson ? tree.json(page) : tree.xml(XmlText.of(page));
        } catch (IOException e) {
            throw new InvalidSnapshotException("JSON that cannot be read", "one complete document");
        } catch (XMLStreamException e) {
            throw new InvalidSnapshotException("no readable XML", "XML or JSON by ISO 15143-3");
        } catch (RuntimeException e) {
            // The JDK's parser has been seen to fail so on invalid bytes.
            throw new InvalidSnapshotException(
                    "a page on which the parser failed", "XML or JSON by ISO 15143-3");
        }
    }

    /** The text of a value, or of the element that holds it; empty without one. */
    static Optional<String> text(JsonNode node) {
        JsonNode value = node;
        while (value.isContainerNode() && !value.isEmpty()) {
            // <Altitude><Meters>12</Meters></Altitude>, or an element with attributes.
            value = value.isObject() && value.has(TEXT) ? value.get(TEXT) : value.iterator().next();
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The elements of a list; one element that is no list stands for itself. */
    static List<JsonNode> list(JsonNode node) {
        List<JsonNode> elements = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(elements::add);
        } else if (!node.isMissingNode()) {
            elements.add(node);
        }
        return elements;
    }

    private JsonNode json(byte[] page) throws IOException, InvalidSnapshotException {
        try (JsonParser parser = JSON.createParser(page)) {
            parser.nextToken();
            JsonNode root = jsonValue(parser);
            if (parser.nextToken() != null) {
                throw new InvalidSnapshotException("text after the JSON", "one document");
            }
            return root;
        }
    }

    private JsonNode jsonValue(JsonParser parser) throws IOException, InvalidSnapshotException {
        count();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            ObjectNode object = NODES.objectNode();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = named(parser.currentName());
                parser.nextToken();
                put(object, name, jsonValue(parser));
            }
            return object;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            ArrayNode array = NODES.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    throw new InvalidSnapshotException("JSON that ends early", "all of it");
                }
                JsonNode value = jsonValue(parser);
                if (!value.isMissingNode()) {
                    array.add(value);
                }
            }
            return array;
        }
        if (parser.currentToken() == null) {
            throw new InvalidSnapshotException("JSON that ends early", "all of it");
        }
        return parser.currentToken() == JsonToken.VALUE_NULL
                ? MissingNode.getInstance()
                : TextNode.valueOf(parser.getText());
    }

    private JsonNode xml(String page) throws XMLStreamException, InvalidSnapshotException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // Without a reporter the JDK prints faults to standard error.
        factory.setXMLReporter((message, type, information, location) -> {});
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("an external entity");
                });
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(page));
        JsonNode root = MissingNode.getInstance();
        String name = "";
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                name = named(reader.getLocalName());
                root = xmlElement(reader, 1);
            } else {
                checkEvent(event);
            }
        }
        ObjectNode document = NODES.objectNode();
        document.set(name, root);
        return document;
    }

    private JsonNode xmlElement(XMLStreamReader reader, int depth)
            throws XMLStreamException, InvalidSnapshotException {
        count();
        if (depth > MAX_DEPTH) {
            throw new InvalidSnapshotException("deeper XML", "at most " + MAX_DEPTH + " levels");
        }
        ObjectNode element = NODES.objectNode();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            count();
            put(
                    element,
                    named(reader.getAttributeLocalName(i)),
                    limited(reader.getAttributeValue(i)));
        }
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                put(element, named(reader.getLocalName()), xmlElement(reader, depth + 1));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                JsonNode value = limited(text.toString().strip());
                if (element.isEmpty()) {
                    return value;
                }
                if (!value.textValue().isEmpty()) {
                    put(element, TEXT, value);
                }
                return element;
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA) {
                text.append(
                        reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                limited(text);
            } else {
                checkEvent(event);
            }
        }
    }

    private static void checkEvent(int event) throws InvalidSnapshotException {
        if (event == XMLStreamConstants.DTD
                || event == XMLStreamConstants.ENTITY_REFERENCE
                || event == XMLStreamConstants.ENTITY_DECLARATION) {
            throw new InvalidSnapshotException(
                    "XML with a document type or an entity", "XML without them");
        }
    }

    private static JsonNode limited(CharSequence text) throws InvalidSnapshotException {
        if (text.length() > MAX_TEXT) {
            throw new InvalidSnapshotException(
                    "a longer text", "at most " + MAX_TEXT + " characters");
        }
        return TextNode.valueOf(text.toString());
    }

    private void count() throws InvalidSnapshotException {
        if (++values > MAX_VALUES) {
            throw new InvalidSnapshotException(
                    "more values", "at most " + MAX_VALUES + " values on a page");
        }
    }

    private static void put(ObjectNode object, String name, JsonNode value) {
        if (value.isMissingNode()) {
            return;
        }
        JsonNode before = object.get(name);
        if (before == null) {
            object.set(name, value);
        } else if (before.isArray()) {
            ((ArrayNode) before).add(value);
        } else {
            object.set(name, NODES.arrayNode().add(before).add(value));
        }
    }

    /** The name without namespace prefix and without the marks of converters, in lower case. */
    private static String named(String name) {
        int start = name.lastIndexOf(':') + 1;
        while (start < name.length() && "@_-$#".indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        String bare = name.substring(start).toLowerCase(Locale.ROOT);
        return bare.equals("text") && start > 0 ? TEXT : bare;
    }
}
