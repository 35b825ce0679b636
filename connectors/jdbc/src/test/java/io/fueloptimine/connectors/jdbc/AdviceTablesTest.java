package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import io.fueloptimine.models.mine.advice.ConsumptionOutlier.Kind;
import io.fueloptimine.models.mine.advice.PayloadAdvice;
import io.fueloptimine.models.mine.advice.ShutdownAdvice;
import io.fueloptimine.models.mine.reading.StopReason;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The tables of advice: a repeat changes nothing, and the views show what is in force. */
class AdviceTablesTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void aWithdrawnAdviceStaysWithdrawnWhenTheOpenOneIsWrittenAgain() throws Exception {
        ShutdownAdvice open = shutdown();
        ShutdownAdvice ended =
                open.withEngineOffAt(AT.plusSeconds(180)).endedAt(AT.plusSeconds(1_260));
        try (MineDatabase database = new MineDatabase()) {
            database.write(AdviceTables.shutdownAdvice(), open);
            assertThat(
                            database.rows(
                                    "SELECT given, followed, still_waiting FROM v_shutdown_advice"))
                    .containsExactly("1|0|1");

            database.write(AdviceTables.shutdownAdvice(), ended);
            database.write(AdviceTables.shutdownAdvice(), open);

            // 18 minutes without 3 minutes for the restart, at 40 L/h.
            assertThat(
                            database.rows(
                                    "SELECT given, followed, still_waiting, CAST(mean_rest_s AS INT),"
                                            + " CAST(saved_litres AS INT) FROM v_shutdown_advice"))
                    .containsExactly("1|1|0|1140|10");
        }
    }

    @Test
    void coachingThatIsNoLongerNeededLeavesTheView() throws Exception {
        try (MineDatabase database = new MineDatabase()) {
            database.write(AdviceTables.payloadAdvice(), payload(12, "fill up"));
            assertThat(database.rows("SELECT unit_id, loads FROM v_payload_coaching"))
                    .containsExactly("SH01|12");

            database.write(AdviceTables.payloadAdvice(), payload(20, null));
            database.write(AdviceTables.payloadAdvice(), payload(12, "fill up"));

            assertThat(database.rows("SELECT unit_id FROM v_payload_coaching")).isEmpty();
        }
    }

    @Test
    void theNewestRankingIsShown() throws Exception {
        try (MineDatabase database = new MineDatabase()) {
            database.write(AdviceTables.consumptionOutlier(), outlier("T1", AT, 1));
            database.write(AdviceTables.consumptionOutlier(), outlier("T2", AT, 2));
            Instant later = AT.plusSeconds(43_200);
            database.write(AdviceTables.consumptionOutlier(), outlier("T1", later, null));
            database.write(AdviceTables.consumptionOutlier(), outlier("T2", later, 1));

            assertThat(database.rows("SELECT rank, code, shifts FROM v_consumption_outlier"))
                    .containsExactly("1|T2|9");
        }
    }

    private static ShutdownAdvice shutdown() {
        return new ShutdownAdvice(
                "mine/T1/shutdown/1",
                "mine",
                "T1",
                StopReason.BREAK,
                AT,
                AT.plusSeconds(120),
                1_800,
                180,
                40,
                18,
                "Switch the engine of T1 off",
                null,
                null);
    }

    private static PayloadAdvice payload(int loads, String text) {
        return new PayloadAdvice(
                "mine/SH01/payload/OP/1",
                "mine",
                "SH01",
                "OP",
                AT,
                AT.plusSeconds(60L * loads),
                loads,
                0.92,
                0.9,
                0.94,
                0.05,
                0.4,
                0,
                0,
                0.05,
                text);
    }

    private static ConsumptionOutlier outlier(String code, Instant at, Integer rank) {
        return new ConsumptionOutlier("mine", Kind.MACHINE, code, at, 90, 9, 1.2, 1.1, 1.3, rank);
    }
}
