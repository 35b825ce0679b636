package io.fueloptimine.models.message;

import static io.fueloptimine.models.message.SampleMessages.body;
import static io.fueloptimine.models.message.SampleMessages.reject;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.quality.QualityRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that show as other names, or that a file system or terminal obeys, are rejected. */
class TextTricksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                "T\u202E21",
                "T\u206621\u2069",
                "\u200FT1",
                "T\u200B1",
                "T1\u00AD",
                "T\uFEFF1",
                "T\u2028alert",
                "T1 ",
                "T\uDB40\uDC411",
            })
    void rejectsMachineAndSiteOfATopic(String name) {
        assertThat(reject("pit/v1/haultruck/" + name + "/state", body("\"state\":\"Queued\"")))
                .extracting(QualityRecord::field)
                .isEqualTo("topic");
        assertThat(reject(name + "/v1/haultruck/T1/state", body("\"state\":\"Queued\"")))
                .extracting(QualityRecord::site)
                .isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u001b[2J", "a\\u202eb", "a\\u2067", "\\u200e", "a\\u0007"})
    void rejectsAnOperatorAPlaceOrAClass(String text) {
        assertThat(
                        reject(
                                "pit/v1/haultruck/T1/state",
                                body("\"state\":\"Queued\",\"operatorId\":\"" + text + "\"")))
                .extracting(QualityRecord::field)
                .isEqualTo("operatorId");
    }

    @Test
    void theReasonOfARejectionShowsNoControlCharacter() {
        QualityRecord rejection =
                reject(
                        "pit/v1/haultruck/T1/state",
                        body("\"state\":\"\\u001b]0;owned\\u0007\\u202e\""));

        assertThat(rejection.observed()).isEqualTo("\\u001B]0;owned\\u0007\\u202E");
    }
}
