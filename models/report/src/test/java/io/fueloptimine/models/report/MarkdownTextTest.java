package io.fueloptimine.models.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    @Test
    void doesNotEscapeOrdinaryNames() {
        assertThat(MarkdownText.escape("payload_t of T-101, 3..6 %"))
                .isEqualTo("payload_t of T-101, 3..6 %");
    }

    @Test
    void escapesMarkup() {
        assertThat(MarkdownText.escape("*a* _b_ [c](d) <e> `f` g|h \\ &amp;"))
                .isEqualTo("\\*a\\* \\_b\\_ \\[c\\](d) \\<e\\> \\`f\\` g\\|h \\\\ \\&amp;");
    }

    @Test
    void replacesLineBreaks() {
        assertThat(MarkdownText.escape("a\r\n# b")).isEqualTo("a # b");
    }
}
