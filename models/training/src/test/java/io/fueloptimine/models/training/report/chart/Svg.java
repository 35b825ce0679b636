package io.fueloptimine.models.training.report.chart;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** XML as a strict parser sees it. */
public final class Svg {

    private Svg() {}

    /** The document; fails where it is not well-formed. */
    public static Document parse(String xml) {
        try {
            DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser.parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + xml, e);
        }
    }

    /** How many elements of a name there are. */
    public static int count(String xml, String element) {
        return parse(xml).getElementsByTagName(element).getLength();
    }
}
