package io.fueloptimine.models.dispatch.session;

import static io.fueloptimine.models.dispatch.session.AskedSession.ASSIGN;
import static io.fueloptimine.models.dispatch.session.AskedSession.MATRICES;
import static io.fueloptimine.models.dispatch.session.AskedSession.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Requests of programs that tell less, or other things, than the session would like to know. */
class ForeignRequestsTest {

    private static final Instant AT = Instant.parse("2026-05-04T06:00:00Z");
    private static final String NO_UNITS =
            ",\"units\":[{\"id\":\"S1\",\"queue\":0,\"down\":false}]";

    private final AskedSession session = new AskedSession();

    @Test
    void aTruckAtAPlaceWithoutLegsIsSentAllTheSame() throws IOException {
        session.ask(MATRICES);

        assertThat(destination(ASSIGN.replace("\"X\"", "\"NOWHERE\""))).isEqualTo("A");
    }

    @Test
    void aPlaceMayBeNamedByTheIdOfItsDumpOrLoadingUnit() throws IOException {
        session.ask(MATRICES);

        assertThat(destination(ASSIGN.replace("\"X\"", "\"D1\""))).isEqualTo("A");
        assertThat(destination(ASSIGN.replace("\"X\",\"loaded\":false", "\"S1\",\"loaded\":true")))
                .isEqualTo("X");
    }

    @Test
    void trucksThatShouldHaveArrivedLongAgoDoNotCount() throws IOException {
        session.ask(MATRICES);
        String early = withTrucks(",\"arrivesAt\":\"2026-05-04T05:45:00Z\"");
        String veryEarly = withTrucks(",\"arrivesAt\":\"2026-05-04T04:00:00Z\"");

        assertThat(destination(early)).isEqualTo("A");
        assertThat(destination(early.replace("\"queue\":0", "\"queue\":40"))).isEqualTo("B");
        assertThat(destination(early.replace(NO_UNITS, ""))).isEqualTo("B");
        assertThat(destination(veryEarly.replace(NO_UNITS, ""))).isEqualTo("A");
    }

    @Test
    void trucksWithoutATimeOfArrivalCountAsArrived() throws IOException {
        session.ask(MATRICES);

        assertThat(destination(withTrucks(""))).isEqualTo("B");
    }

    @Test
    void aVeryLongQueueIsAnswered() throws IOException {
        session.ask(MATRICES);

        assertThat(destination(ASSIGN.replace("\"queue\":0", "\"queue\":5000"))).isEqualTo("B");
    }

    /**
     * The truck has left the crusher, which works on its load for 27 minutes. A time far back
     * begins another run, in which nothing is occupied.
     */
    @Test
    void aCrusherIsOccupiedByTheLoadOfATruckThatHasLeft() throws IOException {
        String leg = "{\"class\":\"793F\",\"from\":\"A\",\"to\":\"Y\",\"loaded\":true,";
        session.ask(
                MATRICES.replace("\"dumps\":[", "\"dumps\":[" + dump("D2", "Y") + ",")
                        .replace(
                                "\"accepts\":[\"ORE\"]}],",
                                "\"accepts\":[\"ORE\"],\"maxTph\":500}],")
                        .replace(
                                "\"legs\":[",
                                "\"legs\":[" + leg + "\"seconds\":900,\"litres\":61},"));
        String loaded = ASSIGN.replace("\"X\",\"loaded\":false", "\"A\",\"loaded\":true");
        assertThat(destination(loaded)).isEqualTo("X");
        session.ask(ASSIGN.replace("06:00:00", "06:12:40"));

        String next = loaded.replace("\"T1\"", "\"T2\"");
        assertThat(destination(next.replace("06:00:00", "06:13:00"))).isEqualTo("Y");
        assertThat(destination(next.replace("06:00:00", "05:13:00"))).isEqualTo("X");
    }

    @Test
    void moreThanTheTonnesOfTheShiftMayBeDone() throws IOException {
        session.ask(MATRICES);

        String plan = PLAN.replace("\"doneTonnes\":700", "\"doneTonnes\":1700");
        assertThat(session.ask(plan).path("plan").path("unmet")).isEmpty();
        assertThat(session.ask(ASSIGN).path("task").asText()).isEqualTo("Load");
    }

    @Test
    void aSessionKnowsAtMost5000Trucks() throws Exception {
        FleetMemory memory =
                new FleetMemory(new HaulTables(MatricesRequest.read(fields(MATRICES)), 0));
        memory.at(AT);
        for (int i = 0; i < 5_000; i++) {
            assertThat(memory.admits("T" + i)).isTrue();
        }

        assertThat(memory.admits("T5000")).isFalse();
        assertThat(memory.admits("T1")).isTrue();
        memory.at(AT.minusSeconds(3_600));
        assertThat(memory.admits("T5000")).isTrue();
    }

    private String destination(String line) throws IOException {
        return session.ask(line).path("destinationId").asText();
    }

    private static String dump(String id, String place) {
        return "{\"id\":\"" + id + "\",\"placeId\":\"" + place + "\",\"accepts\":[\"ORE\"]}";
    }

    /** Forty trucks that drive to A. */
    private static String withTrucks(String arrivesAt) {
        StringBuilder trucks = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            trucks.append(i == 0 ? "" : ",")
                    .append(
                            String.format(
                                    Locale.ROOT,
                                    "{\"id\":\"E%d\",\"task\":\"Load\",\"destinationId\":\"A\"%s}",
                                    i,
                                    arrivesAt));
        }
        return ASSIGN.replace("\"trucks\":[]", "\"trucks\":[" + trucks + "]");
    }

    private static RequestFields fields(String line) throws IOException {
        return RequestFields.of(MineJson.mapper().readTree(line));
    }
}
