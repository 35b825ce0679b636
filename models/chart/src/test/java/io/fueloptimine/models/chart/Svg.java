package io.fueloptimine.models.chart;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Parses SVG with a strict XML parser. */
final class Svg {

    private Svg() {}

    /** The document. Fails the test if it is not well-formed. */
    static Document parse(String xml) {
        try {
            DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser.parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + xml, e);
        }
    }

    /** The number of elements with this name. */
    static int count(String xml, String element) {
        return parse(xml).getElementsByTagName(element).getLength();
    }
}
