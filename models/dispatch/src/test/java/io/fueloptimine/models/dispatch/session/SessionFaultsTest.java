package io.fueloptimine.models.dispatch.session;

import static io.fueloptimine.models.dispatch.session.AskedSession.ASSIGN;
import static io.fueloptimine.models.dispatch.session.AskedSession.MATRICES;
import static io.fueloptimine.models.dispatch.session.AskedSession.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines and requests that a session cannot use are answered by their fault. */
class SessionFaultsTest {

    private final AskedSession session = new AskedSession();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "1",
                "null",
                "{\"id\":1",
                "{\"id\":1,\"id\":2}",
                "\u0000"
            })
    void aLineThatIsNoRequestIsAnsweredByAFault(String line) throws IOException {
        JsonNode answer = session.ask(line);

        assertThat(answer.path("id").isNull()).isTrue();
        assertThat(answer.path("error").path("expected").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\":\"2\" | \"id\":{} | id",
                "\"type\":\"plan\" | \"type\":\"plam\" | type",
                "\"now\":\"2026 | \"now\":\"26 | now",
                "\"horizonHours\":1 | \"horizonHours\":0 | horizonHours",
                "\"shiftTonnes\":1000 | \"shiftTonnes\":-1 | digPlan[0].shiftTonnes",
                "\"shiftTonnes\":1000 | \"shiftTonnes\":\"1000\" | digPlan[0].shiftTonnes",
                "\"faceId\":\"A\" | \"faceId\":\"Q\" | digPlan[0].faceId",
                "[\"D1\"] | [\"D9\"] | digPlan[0].destinations",
                "\"T2\",\"class\":\"793F\" | \"T2\",\"class\":\"797\" | trucks[1].class",
                "\"id\":\"T2\" | \"id\":\"T1\" | trucks[1].id"
            })
    void namesTheFaultOfAPlanRequest(String text, String replacement, String field)
            throws IOException {
        session.ask(MATRICES);
        assertThat(PLAN).contains(text);

        JsonNode answer = session.ask(PLAN.replace(text, replacement));

        assertThat(answer.path("error").path("field").asText()).isEqualTo(field);
        assertThat(answer.path("error").path("expected").asText()).isNotEmpty();
    }

    @Test
    void aRequestBeforeTheMineIsAFault() throws IOException {
        assertThat(session.ask(PLAN).path("error").path("expected").asText())
                .isEqualTo("a request of type mine or matrices first");
    }

    @Test
    void aFaultyMineIsNamedAndTheOneBeforeStaysInUse() throws IOException {
        session.ask(MATRICES);

        assertThat(session.ask("{\"id\":9,\"type\":\"mine\",\"mine\":{\"site\":1}}").has("error"))
                .isTrue();
        assertThat(
                        session.ask(MATRICES.replace("\"S2\"", "\"S1\""))
                                .path("error")
                                .path("field")
                                .asText())
                .isEqualTo("units[1].id");
        assertThat(session.ask(PLAN).has("plan")).isTrue();
    }

    /** Whatever is done to a request, one line answers it. */
    @Test
    void damagedRequestsAreAnswered() throws IOException {
        Random random = new Random(3);
        String[] requests = {MATRICES, PLAN, ASSIGN};
        session.ask(MATRICES);
        for (int run = 0; run < 3_000; run++) {
            StringBuilder line = new StringBuilder(requests[random.nextInt(3)]);
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                int at = random.nextInt(line.length());
                switch (random.nextInt(3)) {
                    case 0 -> line.deleteCharAt(at);
                    case 1 -> line.setCharAt(at, (char) (32 + random.nextInt(95)));
                    default -> line.insert(at, "1e9");
                }
            }

            String answer = session.answer(line.toString());

            assertThat(answer).doesNotContain("\n");
            assertThat(MineJson.mapper().readTree(answer).has("id")).isTrue();
        }
    }
}
