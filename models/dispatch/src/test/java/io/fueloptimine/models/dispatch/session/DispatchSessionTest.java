package io.fueloptimine.models.dispatch.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchSessionTest {

    /** Two faces, one dump; the way to B is shorter, but the way back from B is a detour. */
    private static final String MATRICES =
            """
            {"id":"1","type":"matrices",
            "classes":[{"name":"793F","payloadT":227,"idleLph":40},
             {"name":"785D","payloadT":140,"idleLph":26}],
            "units":[{"id":"S1","placeId":"A","material":"ORE","loadSeconds":{"793F":150,"785D":90}},
             {"id":"S2","placeId":"B","material":"ORE","loadSeconds":{"793F":150}}],
            "dumps":[{"id":"D1","placeId":"X","accepts":["ORE"]}],
            "legs":[{"class":"793F","from":"X","to":"A","loaded":false,"seconds":420,"litres":11.5},
             {"class":"793F","from":"X","to":"B","loaded":false,"seconds":300,"litres":9},
             {"class":"793F","from":"A","to":"X","loaded":true,"seconds":700,"litres":60},
             {"class":"793F","from":"B","to":"X","loaded":true,"seconds":2400,"litres":190},
             {"class":"785D","from":"X","to":"A","loaded":false,"seconds":420,"litres":7}]}
            """
                    .replace("\n", " ");

    private static final String PLAN =
            """
            {"id":"2","type":"plan","now":"2026-05-04T06:00:00Z","horizonHours":1,
            "trucks":[{"id":"T1","class":"793F","available":true},{"id":"T2","class":"793F"}],
            "digPlan":[{"faceId":"A","material":"ORE","shiftTonnes":1000,"doneTonnes":700,
             "priority":1,"destinations":["D1"]}]}
            """
                    .replace("\n", " ");

    private static final String ASSIGN =
            """
            {"id":"3","type":"assign","now":"2026-05-04T06:00:00Z",
            "truck":{"id":"T1","class":"793F","placeId":"X","loaded":false},
            "trucks":[],"units":[{"id":"S1","queue":0,"down":false}]}
            """
                    .replace("\n", " ");

    private final DispatchSession session =
            new DispatchSession(PlannerSettings.defaults(), AssignerSettings.defaults());

    @Test
    void plansByDirectedLegs() throws IOException {
        ask(MATRICES);

        JsonNode plan = ask(PLAN).path("plan");

        assertThat(plan.path("unmet")).isEmpty();
        assertThat(plan.path("flows"))
                .hasSize(2)
                .allSatisfy(
                        flow ->
                                assertThat(flow.path("from").asText() + flow.path("to").asText())
                                        .isIn("AX", "XA"));
        assertThat(plan.path("litresPerHour").asDouble())
                .isGreaterThanOrEqualTo(plan.path("boundLitresPerHour").asDouble());
        assertThat(plan.path("flows").get(0).path("tonnesPerHour").asDouble())
                .isGreaterThanOrEqualTo(300 - 1e-6);
    }

    @Test
    void plansTheTonnesOfEachFaceInOrderOfPriority() throws IOException {
        ask(MATRICES);
        String both =
                PLAN.replace(
                        "\"digPlan\":[",
                        "\"digPlan\":[{\"faceId\":\"B\",\"material\":\"ORE\","
                                + "\"shiftTonnes\":200000,\"priority\":2},");

        JsonNode plan = ask(both).path("plan");

        double fromA = 0;
        for (JsonNode flow : plan.path("flows")) {
            boolean ofA = flow.path("from").asText().equals("A");
            fromA += ofA ? flow.path("tonnesPerHour").asDouble() : 0;
        }
        assertThat(fromA).isCloseTo(300, within(0.5));
        assertThat(plan.path("status").asText()).isEqualTo("OPTIMAL");
        assertThat(plan.path("gap").asDouble()).isLessThanOrEqualTo(0.001);
        assertThat(plan.path("trucks")).hasSize(2);
        assertThat(plan.path("unmet"))
                .singleElement()
                .satisfies(line -> assertThat(line.asText()).startsWith("B (ore, priority 2): "));
    }

    @Test
    void anImpossibleRequestIsAnsweredInWords() throws IOException {
        ask(MATRICES);
        String none = PLAN.replaceAll("\"trucks\":\\[.*?\\]", "\"trucks\":[]");

        JsonNode plan = ask(none).path("plan");

        assertThat(plan.path("flows")).isEmpty();
        assertThat(plan.path("unmet").get(0).asText()).endsWith("no truck is available");
    }

    @Test
    void assignsByThePlanAndNamesTheReason() throws IOException {
        ask(MATRICES);
        ask(PLAN);

        JsonNode answer = ask(ASSIGN);

        assertThat(answer.path("id").asText()).isEqualTo("3");
        assertThat(answer.path("task").asText()).isEqualTo("Load");
        assertThat(answer.path("destinationId").asText()).isEqualTo("A");
        assertThat(answer.path("unitId").asText()).isEqualTo("S1");
        assertThat(answer.path("reason").asText()).contains("plan");
        assertThat(answer.path("expectedLitres").asDouble()).isEqualTo(11.5);
    }

    /** The empty trip to B is shorter, the way back from B is a detour. */
    @Test
    void withoutAPlanChoosesByTheWholeCycleAndWaiting() throws IOException {
        ask(MATRICES);

        assertThat(ask(ASSIGN).path("destinationId").asText()).isEqualTo("A");
        assertThat(ask(ASSIGN).path("reason").asText()).contains("there is no plan");
        String queueAtA = ASSIGN.replace("\"queue\":0", "\"queue\":40");
        assertThat(ask(queueAtA).path("destinationId").asText()).isEqualTo("B");
        String busyA = ASSIGN.replace("\"queue\":0", "\"freeAt\":\"2026-05-04T09:00:00Z\"");
        assertThat(ask(busyA).path("destinationId").asText()).isEqualTo("B");
        String downA = ASSIGN.replace("\"down\":false", "\"down\":true");
        assertThat(ask(downA).path("destinationId").asText()).isEqualTo("B");
    }

    @Test
    void countsTheTrucksThatArriveBeforeAndNoLaterOnes() throws IOException {
        ask(MATRICES);
        StringBuilder late = new StringBuilder();
        StringBuilder early = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            late.append(i == 0 ? "" : ",").append(bound("L" + i, "A", "07:00:00"));
            early.append(i == 0 ? "" : ",").append(bound("E" + i, "A", "06:01:00"));
        }

        assertThat(ask(withTrucks(late.toString())).path("destinationId").asText()).isEqualTo("A");
        assertThat(ask(withTrucks(early.toString())).path("destinationId").asText()).isEqualTo("B");
    }

    /** A program that tells nothing of the others: the session remembers what it told them. */
    @Test
    void remembersTheTrucksThatItHasSent() throws IOException {
        ask(MATRICES);
        String silent =
                ASSIGN.replace(",\"units\":[{\"id\":\"S1\",\"queue\":0,\"down\":false}]", "");

        boolean sentToB = false;
        for (int i = 0; i < 40; i++) {
            JsonNode answer = ask(silent.replace("\"T1\"", "\"T" + i + "\""));
            sentToB |= answer.path("destinationId").asText().equals("B");
        }

        assertThat(sentToB).isTrue();
    }

    @Test
    void aUnitWithoutALoadingTimeForAClassCannotLoadIt() throws IOException {
        String more = "";
        for (String leg :
                new String[] {
                    "\"X\",\"to\":\"B\",\"loaded\":false",
                    "\"A\",\"to\":\"X\",\"loaded\":true",
                    "\"B\",\"to\":\"X\",\"loaded\":true"
                }) {
            more += "{\"class\":\"785D\",\"from\":" + leg + ",\"seconds\":300,\"litres\":9},";
        }
        ask(MATRICES.replace("\"legs\":[", "\"legs\":[" + more));
        String other = ASSIGN.replace("\"class\":\"793F\"", "\"class\":\"785D\"");

        assertThat(ask(other).path("unitId").asText()).isEqualTo("S1");
        assertThat(ask(other.replace("\"down\":false", "\"down\":true")).path("task").asText())
                .isEqualTo("Wait");
    }

    /** Requests that contradict earlier ones are answered all the same. */
    @Test
    void timesThatGoBackAndDoubleRequestsAreAnswered() throws IOException {
        ask(MATRICES);
        ask(PLAN);
        ask(ASSIGN);
        ask(ASSIGN);

        assertThat(ask(ASSIGN.replace("06:00:00", "05:00:00")).has("task")).isTrue();
        assertThat(ask(ASSIGN.replace("2026-05-04", "9999-12-31")).has("task")).isTrue();
        for (String day : new String[] {"-999999999-01-01", "+999999999-12-31", "1969-12-31"}) {
            JsonNode error = ask(ASSIGN.replace("2026-05-04", day)).path("error");
            assertThat(error.path("field").asText()).isEqualTo("now");
            assertThat(error.path("expected").asText()).startsWith("a UTC time from 1970");
        }
        assertThat(ask(PLAN.replace("2026-05-04", "1970-01-01")).has("plan")).isTrue();
        assertThat(ask(ASSIGN).path("task").asText()).isEqualTo("Load");
        String loaded = ASSIGN.replace("\"X\",\"loaded\":false", "\"A\",\"loaded\":true");
        assertThat(ask(loaded).path("task").asText()).isEqualTo("Offload");
        assertThat(ask(loaded).path("task").asText()).isEqualTo("Offload");
    }

    private static String withTrucks(String trucks) {
        return ASSIGN.replace("\"trucks\":[]", "\"trucks\":[" + trucks + "]");
    }

    private static String bound(String id, String place, String arrivesAt) {
        return String.format(
                Locale.ROOT,
                "{\"id\":\"%s\",\"task\":\"Load\",\"destinationId\":\"%s\","
                        + "\"arrivesAt\":\"2026-05-04T%sZ\"}",
                id,
                place,
                arrivesAt);
    }

    @Test
    void sendsALoadedTruckToADumpAndNamesTheDump() throws IOException {
        ask(MATRICES);
        String loaded = ASSIGN.replace("\"X\",\"loaded\":false", "\"A\",\"loaded\":true");

        JsonNode answer = ask(loaded);

        assertThat(answer.path("task").asText()).isEqualTo("Offload");
        assertThat(answer.path("destinationId").asText()).isEqualTo("X");
        assertThat(answer.path("dumpId").asText()).isEqualTo("D1");
    }

    @Test
    void aTruckWithoutAWayWaitsAndIsToldWhy() throws IOException {
        ask(MATRICES);

        JsonNode answer = ask(ASSIGN.replace("\"X\"", "\"NOWHERE\""));

        assertThat(answer.path("task").asText()).isEqualTo("Wait");
        assertThat(answer.path("reason").asText()).isEqualTo("no loading unit can be reached");
    }

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
        JsonNode answer = ask(line);

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
        ask(MATRICES);
        assertThat(PLAN).contains(text);

        JsonNode answer = ask(PLAN.replace(text, replacement));

        assertThat(answer.path("error").path("field").asText()).isEqualTo(field);
        assertThat(answer.path("error").path("expected").asText()).isNotEmpty();
    }

    @Test
    void aRequestBeforeTheMineIsAFault() throws IOException {
        assertThat(ask(PLAN).path("error").path("expected").asText())
                .isEqualTo("a request of type mine or matrices first");
    }

    @Test
    void aFaultyMineIsNamedAndTheOneBeforeStaysInUse() throws IOException {
        ask(MATRICES);

        assertThat(ask("{\"id\":9,\"type\":\"mine\",\"mine\":{\"site\":1}}").has("error")).isTrue();
        assertThat(ask(MATRICES.replace("\"S2\"", "\"S1\"")).path("error").path("field").asText())
                .isEqualTo("units[1].id");
        assertThat(ask(PLAN).has("plan")).isTrue();
    }

    /** Whatever is done to a request, one line answers it. */
    @Test
    void damagedRequestsAreAnswered() throws IOException {
        Random random = new Random(3);
        String[] requests = {MATRICES, PLAN, ASSIGN};
        ask(MATRICES);
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

    private JsonNode ask(String line) throws IOException {
        return MineJson.mapper().readTree(session.answer(line));
    }
}
