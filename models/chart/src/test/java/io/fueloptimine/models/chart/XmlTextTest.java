package io.fueloptimine.models.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class XmlTextTest {

    @Test
    void escapesTheCharactersOfMarkup() {
        assertThat(XmlText.escape("a<b & \"c\" > 'd'"))
                .isEqualTo("a&lt;b &amp; &quot;c&quot; &gt; &#39;d&#39;");
    }

    @Test
    void escapesTextThatLooksEscapedAlready() {
        assertThat(XmlText.escape("&lt;")).isEqualTo("&amp;lt;");
    }

    @Test
    void keepsLettersAndSignsOfAllScripts() {
        assertThat(XmlText.legal("Ñandú 矿山 \uD83D\uDE9A \t\n"))
                .isEqualTo("Ñandú 矿山 \uD83D\uDE9A \t\n");
    }

    @Test
    void replacesEveryCharacterThatXmlForbids() {
        assertThat(XmlText.legal("a\u0000b\u001Fc\uFFFEd\uFFFF"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD");
        assertThat(XmlText.legal("high\uD800")).isEqualTo("high\uFFFD");
        assertThat(XmlText.legal("\uDC00low")).isEqualTo("\uFFFDlow");
    }

    /** The carriage return is left out, because a parser replaces it by a line feed. */
    @Test
    void isReadBackByAParserAsText() {
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                char any = (char) (random.nextBoolean() ? random.nextInt(0x80) : random.nextInt());
                text.append(any == '\r' ? ' ' : any);
            }
            String xml = "<t>" + XmlText.escape(text.toString()) + "</t>";
            Element root = Svg.parse(xml).getDocumentElement();

            assertThat(root.getTextContent()).isEqualTo(XmlText.legal(text.toString()));
        }
    }

    @Test
    void isReadBackByAParserAsAnAttribute() {
        String text = "T'1' \"<&>\" \u0001";
        String xml = "<t a=\"" + XmlText.escape(text) + "\"/>";

        assertThat(Svg.parse(xml).getDocumentElement().getAttribute("a"))
                .isEqualTo("T'1' \"<&>\" \uFFFD");
    }
}
