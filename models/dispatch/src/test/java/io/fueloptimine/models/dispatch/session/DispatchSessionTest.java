package io.fueloptimine.models.dispatch.session;

import static io.fueloptimine.models.dispatch.session.AskedSession.ASSIGN;
import static io.fueloptimine.models.dispatch.session.AskedSession.MATRICES;
import static io.fueloptimine.models.dispatch.session.AskedSession.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Plans and assignments of a session. */
class DispatchSessionTest {

    private final AskedSession session = new AskedSession();

    @Test
    void plansByDirectedLegs() throws IOException {
        session.ask(MATRICES);

        JsonNode plan = session.ask(PLAN).path("plan");

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
        session.ask(MATRICES);
        String both =
                PLAN.replace(
                        "\"digPlan\":[",
                        "\"digPlan\":[{\"faceId\":\"B\",\"material\":\"ORE\","
                                + "\"shiftTonnes\":200000,\"priority\":2},");

        JsonNode plan = session.ask(both).path("plan");

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
        session.ask(MATRICES);
        String none = PLAN.replaceAll("\"trucks\":\\[.*?\\]", "\"trucks\":[]");

        JsonNode plan = session.ask(none).path("plan");

        assertThat(plan.path("flows")).isEmpty();
        assertThat(plan.path("unmet").get(0).asText()).endsWith("no truck is available");
    }

    @Test
    void assignsByThePlanAndNamesTheReason() throws IOException {
        session.ask(MATRICES);
        session.ask(PLAN);

        JsonNode answer = session.ask(ASSIGN);

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
        session.ask(MATRICES);

        assertThat(session.ask(ASSIGN).path("destinationId").asText()).isEqualTo("A");
        assertThat(session.ask(ASSIGN).path("reason").asText()).contains("there is no plan");
        String queueAtA = ASSIGN.replace("\"queue\":0", "\"queue\":40");
        assertThat(session.ask(queueAtA).path("destinationId").asText()).isEqualTo("B");
        String busyA = ASSIGN.replace("\"queue\":0", "\"freeAt\":\"2026-05-04T09:00:00Z\"");
        assertThat(session.ask(busyA).path("destinationId").asText()).isEqualTo("B");
        String downA = ASSIGN.replace("\"down\":false", "\"down\":true");
        assertThat(session.ask(downA).path("destinationId").asText()).isEqualTo("B");
    }

    @Test
    void countsTheTrucksThatArriveBeforeAndNoLaterOnes() throws IOException {
        session.ask(MATRICES);
        StringBuilder late = new StringBuilder();
        StringBuilder early = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            late.append(i == 0 ? "" : ",").append(bound("L" + i, "A", "07:00:00"));
            early.append(i == 0 ? "" : ",").append(bound("E" + i, "A", "06:01:00"));
        }

        assertThat(session.ask(withTrucks(late.toString())).path("destinationId").asText())
                .isEqualTo("A");
        assertThat(session.ask(withTrucks(early.toString())).path("destinationId").asText())
                .isEqualTo("B");
    }

    /** A program that tells nothing of the others: the session remembers what it told them. */
    @Test
    void remembersTheTrucksThatItHasSent() throws IOException {
        session.ask(MATRICES);
        String silent =
                ASSIGN.replace(",\"units\":[{\"id\":\"S1\",\"queue\":0,\"down\":false}]", "");

        boolean sentToB = false;
        for (int i = 0; i < 40; i++) {
            JsonNode answer = session.ask(silent.replace("\"T1\"", "\"T" + i + "\""));
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
        session.ask(MATRICES.replace("\"legs\":[", "\"legs\":[" + more));
        String other = ASSIGN.replace("\"class\":\"793F\"", "\"class\":\"785D\"");

        assertThat(session.ask(other).path("unitId").asText()).isEqualTo("S1");
        assertThat(
                        session.ask(other.replace("\"down\":false", "\"down\":true"))
                                .path("task")
                                .asText())
                .isEqualTo("Wait");
    }

    /** Requests that contradict earlier ones are answered all the same. */
    @Test
    void timesThatGoBackAndDoubleRequestsAreAnswered() throws IOException {
        session.ask(MATRICES);
        session.ask(PLAN);
        session.ask(ASSIGN);
        session.ask(ASSIGN);

        assertThat(session.ask(ASSIGN.replace("06:00:00", "05:00:00")).has("task")).isTrue();
        assertThat(session.ask(ASSIGN.replace("2026-05-04", "9999-12-31")).has("task")).isTrue();
        for (String day : new String[] {"-999999999-01-01", "+999999999-12-31", "1969-12-31"}) {
            JsonNode error = session.ask(ASSIGN.replace("2026-05-04", day)).path("error");
            assertThat(error.path("field").asText()).isEqualTo("now");
            assertThat(error.path("expected").asText()).startsWith("a UTC time from 1970");
        }
        assertThat(session.ask(PLAN.replace("2026-05-04", "1970-01-01")).has("plan")).isTrue();
        assertThat(session.ask(ASSIGN).path("task").asText()).isEqualTo("Load");
        String loaded = ASSIGN.replace("\"X\",\"loaded\":false", "\"A\",\"loaded\":true");
        assertThat(session.ask(loaded).path("task").asText()).isEqualTo("Offload");
        assertThat(session.ask(loaded).path("task").asText()).isEqualTo("Offload");
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
        session.ask(MATRICES);
        String loaded = ASSIGN.replace("\"X\",\"loaded\":false", "\"A\",\"loaded\":true");

        JsonNode answer = session.ask(loaded);

        assertThat(answer.path("task").asText()).isEqualTo("Offload");
        assertThat(answer.path("destinationId").asText()).isEqualTo("X");
        assertThat(answer.path("dumpId").asText()).isEqualTo("D1");
    }

    @Test
    void aTruckWithoutAWayWaitsAndIsToldWhy() throws IOException {
        session.ask(MATRICES);

        JsonNode answer = session.ask(ASSIGN.replace("793F", "785D"));

        assertThat(answer.path("task").asText()).isEqualTo("Wait");
        assertThat(answer.path("reason").asText()).isEqualTo("no loading unit can be reached");
    }
}
