package io.fueloptimine.connectors.jdbc;

import static io.fueloptimine.connectors.jdbc.MineTables.ID;
import static io.fueloptimine.connectors.jdbc.SqlType.INT;
import static io.fueloptimine.connectors.jdbc.SqlType.TIME;

import io.fueloptimine.models.mine.advice.ConsumptionOutlier;
import io.fueloptimine.models.mine.advice.PayloadAdvice;
import io.fueloptimine.models.mine.advice.ShutdownAdvice;

/** The tables of advice and the columns that each record writes. */
final class AdviceTables {

    private static final SqlType NAME = SqlType.text(100);

    private AdviceTables() {}

    /** The columns of {@code shutdown_advice}. A withdrawn advice is newer than an open one. */
    static SqlTable<ShutdownAdvice> shutdownAdvice() {
        return new SqlTable<ShutdownAdvice>("shutdown_advice")
                .key("advice_id", ID, ShutdownAdvice::adviceId)
                .name("site", ShutdownAdvice::site)
                .name("truck_id", ShutdownAdvice::truckId)
                .shortText("reason", ShutdownAdvice::reason)
                .time("since", ShutdownAdvice::since)
                .time("advised_at", ShutdownAdvice::advisedAt)
                .number("expected_rest_s", ShutdownAdvice::expectedRestS)
                .number("restart_cost_s", ShutdownAdvice::restartCostS)
                .number("litres_per_hour", ShutdownAdvice::litresPerHour)
                .number("expected_litres", ShutdownAdvice::expectedLitres)
                .text("text", ShutdownAdvice::text)
                .time("engine_off_at", ShutdownAdvice::engineOffAt)
                .time("ended_at", ShutdownAdvice::endedAt)
                .newerBy("ended_at");
    }

    /** The columns of {@code payload_advice}. The loads of a shift only grow. */
    static SqlTable<PayloadAdvice> payloadAdvice() {
        return new SqlTable<PayloadAdvice>("payload_advice")
                .key("advice_id", ID, PayloadAdvice::adviceId)
                .name("site", PayloadAdvice::site)
                .name("unit_id", PayloadAdvice::unitId)
                .name("operator_id", PayloadAdvice::operatorId)
                .time("shift_start", PayloadAdvice::shiftStart)
                .time("at", PayloadAdvice::at)
                .column("loads", INT, PayloadAdvice::loads)
                .number("mean_share", PayloadAdvice::meanShare)
                .number("mean_low_share", PayloadAdvice::meanLowShare)
                .number("mean_high_share", PayloadAdvice::meanHighShare)
                .number("spread_share", PayloadAdvice::spreadShare)
                .number("under_share", PayloadAdvice::underShare)
                .number("over110_share", PayloadAdvice::over110Share)
                .number("over120_share", PayloadAdvice::over120Share)
                .number("lost_litres_per_tonne", PayloadAdvice::lostLitresPerTonne)
                .text("text", PayloadAdvice::text)
                .newerBy("loads");
    }

    /** The columns of {@code consumption_outlier}, one row for each ranking. */
    static SqlTable<ConsumptionOutlier> consumptionOutlier() {
        return new SqlTable<ConsumptionOutlier>("consumption_outlier")
                .key("site", NAME, ConsumptionOutlier::site)
                .key("kind", SqlType.text(50), ConsumptionOutlier::kind)
                .key("code", NAME, ConsumptionOutlier::code)
                .key("at", TIME, ConsumptionOutlier::at)
                .number("hours", ConsumptionOutlier::hours)
                .column("shifts", INT, ConsumptionOutlier::shifts)
                .number("ratio", ConsumptionOutlier::ratio)
                .number("low_ratio", ConsumptionOutlier::lowRatio)
                .number("high_ratio", ConsumptionOutlier::highRatio)
                .column("rank", INT, ConsumptionOutlier::rank);
    }
}
