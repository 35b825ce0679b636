package io.fueloptimine.connectors.jdbc;

import static io.fueloptimine.connectors.jdbc.SqlType.BIGINT;
import static io.fueloptimine.connectors.jdbc.SqlType.BIT;
import static io.fueloptimine.connectors.jdbc.SqlType.BYTES;
import static io.fueloptimine.connectors.jdbc.SqlType.INT;
import static io.fueloptimine.connectors.jdbc.SqlType.TIME;
import static io.fueloptimine.connectors.jdbc.SqlType.text;

import io.fueloptimine.models.mine.consumption.DriftEvent;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.model.RetrainingOutcome;
import io.fueloptimine.models.mine.quality.QualityHour;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.road.RoadExcess;
import org.apache.flink.util.function.SerializableFunction;

/**
 * The tables of readings, windows, cycles, quality, models and equipment, and the columns that each
 * record writes. A test compares them and {@link DispatchTables} with the migrations in {@code
 * sql/}.
 */
final class MineTables {

    static final SqlType ID = text(200);
    private static final SqlType NAME = text(100);

    private MineTables() {}

    /**
     * The columns of {@code fuel_window}. A window only gains readings, so that of two rows the one
     * with more readings is newer. A new score of the same readings replaces the old one. The
     * revision number does not show which row is newer, because after a crash the job can combine
     * several former revisions into one.
     */
    static SqlTable<ScoredWindow> fuelWindow() {
        SqlTable<ScoredWindow> table =
                new SqlTable<ScoredWindow>("fuel_window")
                        .key("site", NAME, scored -> scored.window().site())
                        .key("machine_id", NAME, scored -> scored.window().machineId())
                        .key("window_start", TIME, scored -> scored.window().start())
                        .time("window_end", of(FuelWindow::end))
                        .shortText("kind", of(FuelWindow::kind))
                        .name("equipment_class", of(FuelWindow::equipmentClass))
                        .name("operator_id", of(FuelWindow::operatorId))
                        .column("readings", INT, of(FuelWindow::readings))
                        .column("revision", INT, of(FuelWindow::revision))
                        .shortText("production_state", of(FuelWindow::productionState))
                        .shortText("fuel_source", of(FuelWindow::fuelSource))
                        .number("expected_l", ScoredWindow::expectedL)
                        .number("residual_l", ScoredWindow::residualL)
                        .number("physics_l", ScoredWindow::physicsL)
                        .name("model_name", ScoredWindow::modelName)
                        .shortText("model_version", ScoredWindow::modelVersion)
                        .number("low_l", ScoredWindow::lowL)
                        .number("high_l", ScoredWindow::highL)
                        .number("challenger_l", ScoredWindow::challengerL)
                        .shortText("challenger_version", ScoredWindow::challengerVersion)
                        .newerBy("readings")
                        .summedUpBy(new FuelHours());
        return withMeasurements(table);
    }

    private static SqlTable<ScoredWindow> withMeasurements(SqlTable<ScoredWindow> table) {
        return table.number("fuel_l", of(FuelWindow::fuelL))
                .number("distance_km", of(FuelWindow::distanceKm))
                .number("mean_speed_kph", of(FuelWindow::meanSpeedKph))
                .number("speed_std_kph", of(FuelWindow::speedStdKph))
                .number("mean_payload_t", of(FuelWindow::meanPayloadT))
                .number("climb_m", of(FuelWindow::climbM))
                .number("descent_m", of(FuelWindow::descentM))
                .number("mean_elevation_m", of(FuelWindow::meanElevationM))
                .number("mean_engine_load_pct", of(FuelWindow::meanEngineLoadPct))
                .number("mean_engine_rpm", of(FuelWindow::meanEngineRpm))
                .number("engine_on_share", of(FuelWindow::engineOnShare))
                .number("idle_share", of(FuelWindow::idleShare))
                .number("covered_s", of(FuelWindow::coveredS))
                .number("efh_m", of(FuelWindow::efhM))
                .number("mean_ambient_temp_c", of(FuelWindow::meanAmbientTempC))
                .number("mean_barometric_kpa", of(FuelWindow::meanBarometricKpa))
                .number("max_vibration_rms_mm_s", of(FuelWindow::maxVibrationRmsMmS));
    }

    private static SerializableFunction<ScoredWindow, Object> of(
            SerializableFunction<FuelWindow, Object> field) {
        return scored -> field.apply(scored.window());
    }

    static SqlTable<HaulCycle> haulCycle() {
        SqlTable<HaulCycle> table =
                new SqlTable<HaulCycle>("haul_cycle")
                        .key("cycle_id", ID, HaulCycle::cycleId)
                        .name("site", HaulCycle::site)
                        .name("truck_id", HaulCycle::truckId)
                        .name("equipment_class", HaulCycle::equipmentClass)
                        .name("operator_id", HaulCycle::operatorId)
                        .name("loading_unit_id", HaulCycle::loadingUnitId)
                        .name("load_location_id", HaulCycle::loadLocationId)
                        .name("dump_location_id", HaulCycle::dumpLocationId)
                        .time("assigned_at", HaulCycle::assignedAt)
                        .time("load_arrived_at", HaulCycle::loadArrivedAt)
                        .time("full_at", HaulCycle::fullAt)
                        .time("dump_arrived_at", HaulCycle::dumpArrivedAt)
                        .time("empty_at", HaulCycle::emptyAt)
                        .shortText("source", HaulCycle::source)
                        .textList("flags", HaulCycle::flags);
        return withCycleMeasurements(table);
    }

    private static SqlTable<HaulCycle> withCycleMeasurements(SqlTable<HaulCycle> table) {
        return table.number("payload_t", HaulCycle::payloadT)
                .number("loading_scale_t", HaulCycle::loadingScaleT)
                .number("scale_t", HaulCycle::scaleT)
                .number("empty_travel_s", HaulCycle::emptyTravelS)
                .number("load_queue_s", HaulCycle::loadQueueS)
                .number("spot_s", HaulCycle::spotS)
                .number("loading_s", HaulCycle::loadingS)
                .number("full_travel_s", HaulCycle::fullTravelS)
                .number("dump_queue_s", HaulCycle::dumpQueueS)
                .number("dumping_s", HaulCycle::dumpingS)
                .number("hang_s", HaulCycle::hangS)
                .number("empty_distance_m", HaulCycle::emptyDistanceM)
                .number("full_distance_m", HaulCycle::fullDistanceM)
                .number("efh_empty_m", HaulCycle::efhEmptyM)
                .number("efh_full_m", HaulCycle::efhFullM)
                .number("lift_m", HaulCycle::liftM)
                .number("engine_on_s", HaulCycle::engineOnS)
                .number("fuel_l", HaulCycle::fuelL);
    }

    static SqlTable<Reading> refuel() {
        return new SqlTable<Reading>("refuel")
                .only(reading -> reading.refuel() != null)
                .key("site", NAME, Reading::site)
                .key("truck_id", NAME, reading -> reading.refuel().truckId())
                .key("started_at", TIME, reading -> reading.refuel().startedAt())
                .time("ended_at", Reading::time)
                .name("bay_id", Reading::machineId)
                .number("duration_s", reading -> reading.refuel().durationS())
                .number("dispensed_l", reading -> reading.refuel().dispensedL())
                .number("level_before_pct", reading -> reading.refuel().levelBeforePct())
                .number("level_after_pct", reading -> reading.refuel().levelAfterPct());
    }

    static SqlTable<DriftEvent> driftEvent() {
        return new SqlTable<DriftEvent>("drift_event")
                .key("drift_id", ID, DriftEvent::driftId)
                .name("site", DriftEvent::site)
                .name("machine_id", DriftEvent::machineId)
                .shortText("detector", DriftEvent::detector)
                .name("metric", DriftEvent::metric)
                .time("detected_at", DriftEvent::detectedAt)
                .number("mean_before", DriftEvent::meanBefore)
                .number("mean_after", DriftEvent::meanAfter)
                .column("samples_before", BIGINT, DriftEvent::samplesBefore)
                .column("samples_after", BIGINT, DriftEvent::samplesAfter)
                .shortText("model_version", DriftEvent::modelVersion)
                .shortText("kind", DriftEvent::kind)
                .shortText("scope", DriftEvent::scope)
                .name("subject", DriftEvent::subject)
                .time("since", DriftEvent::since)
                .column("ended", BIT, DriftEvent::ended)
                .shortText("cause", DriftEvent::cause)
                .text("evidence", DriftEvent::evidence);
    }

    /** The columns of {@code road_excess}. The rows of a segment are ordered by time. */
    static SqlTable<RoadExcess> roadExcess() {
        return new SqlTable<RoadExcess>("road_excess")
                .key("site", NAME, RoadExcess::site)
                .key("segment_id", NAME, RoadExcess::segmentId)
                .key("at", TIME, RoadExcess::at)
                .column("passes", INT, RoadExcess::passes)
                .number("excess_pct", RoadExcess::excessPct)
                .number("standard_error_pct", RoadExcess::standardErrorPct)
                .number("low_pct", RoadExcess::lowPct)
                .number("excess_ratio", RoadExcess::excessRatio)
                .number("litres_per_day", RoadExcess::litresPerDay)
                .number("litres_per_day_low", RoadExcess::litresPerDayLow)
                .number("litres_per_day_high", RoadExcess::litresPerDayHigh)
                .column("grading_rank", INT, RoadExcess::gradingRank)
                .json("speeds", RoadExcess::speeds);
    }

    static SqlTable<QualityRecord> rejectedReading() {
        return new SqlTable<QualityRecord>("rejected_reading")
                .key("quality_id", ID, QualityRecord::qualityId)
                .shortText("verdict", QualityRecord::verdict)
                .name("rule", QualityRecord::rule)
                .shortText("severity", QualityRecord::severity)
                .name("field", QualityRecord::field)
                .text("observed", QualityRecord::observed)
                .text("expected", QualityRecord::expected)
                .text("topic", QualityRecord::topic)
                .name("site", QualityRecord::site)
                .name("machine_id", QualityRecord::machineId)
                .time("event_time", QualityRecord::eventTime)
                .time("received_at", QualityRecord::receivedAt)
                .column("redelivered", BIT, QualityRecord::redelivered)
                .column("payload", BYTES, QualityRecord::payload)
                .newerBy("received_at");
    }

    /**
     * The columns of {@code rejected_reading} that sending a message again writes; other columns
     * are not changed.
     */
    static SqlTable<DeadLetterReplay> deadLetterReplay() {
        return new SqlTable<DeadLetterReplay>("rejected_reading")
                .key("quality_id", ID, DeadLetterReplay::qualityId)
                .time("replayed_at", DeadLetterReplay::replayedAt)
                .column("replays", INT, DeadLetterReplay::replays);
    }

    /**
     * The columns of {@code quality_hour}. The counts of an hour only grow, so that of two rows the
     * one with smaller counts is older.
     */
    static SqlTable<QualityHour> qualityHour() {
        return new SqlTable<QualityHour>("quality_hour")
                .key("site", NAME, QualityHour::site)
                .key("machine_id", NAME, QualityHour::machineId)
                .key("hour_start", TIME, QualityHour::hourStart)
                .column("received", BIGINT, QualityHour::received)
                .column("valid", BIGINT, QualityHour::valid)
                .column("rejected", BIGINT, QualityHour::rejected)
                .column("duplicates", BIGINT, QualityHour::duplicates)
                .column("flagged", BIGINT, QualityHour::flagged)
                .column("late", BIGINT, QualityHour::late)
                .name("worst_rule", QualityHour::worstRule)
                .column("worst_rule_rejected", BIGINT, QualityHour::worstRuleRejected)
                .newerBy("received");
    }

    static SqlTable<ModelVersion> modelVersion() {
        return new SqlTable<ModelVersion>("model_version")
                .key("name", NAME, ModelVersion::name)
                .key("version", INT, ModelVersion::version)
                .time("registered_at", ModelVersion::registeredAt)
                .time("promoted_at", ModelVersion::promotedAt)
                .column("training_rows", BIGINT, ModelVersion::trainingRows)
                .number("mean_absolute_error_l", ModelVersion::meanAbsoluteErrorL)
                .number("r2", ModelVersion::r2)
                .text("description", ModelVersion::description);
    }

    static SqlTable<RetrainingOutcome> retraining() {
        return new SqlTable<RetrainingOutcome>("retraining")
                .key("request_id", ID, RetrainingOutcome::requestId)
                .name("model_name", RetrainingOutcome::modelName)
                .text("asked_because", RetrainingOutcome::askedBecause)
                .time("asked_at", RetrainingOutcome::askedAt)
                .shortText("verdict", RetrainingOutcome::verdict)
                .text("reason", RetrainingOutcome::reason)
                .column("champion_version", INT, RetrainingOutcome::championVersion)
                .column("candidate_version", INT, RetrainingOutcome::candidateVersion)
                .time("learnt_since", RetrainingOutcome::learntSince)
                .column("learnt_windows", INT, RetrainingOutcome::learntWindows)
                .column("judged_windows", INT, RetrainingOutcome::judgedWindows)
                .number("champion_mae_l", RetrainingOutcome::championMaeL)
                .number("candidate_mae_l", RetrainingOutcome::candidateMaeL)
                .number("gain_low_pct", RetrainingOutcome::gainLowPct)
                .number("gain_high_pct", RetrainingOutcome::gainHighPct)
                .time("decided_at", RetrainingOutcome::decidedAt)
                .newerBy("decided_at");
    }

    static SqlTable<Equipment> equipment() {
        return new SqlTable<Equipment>("equipment")
                .key("site", NAME, Equipment::site)
                .key("equipment_id", NAME, Equipment::equipmentId)
                .shortText("kind", Equipment::kind)
                .name("equipment_class", Equipment::equipmentClass)
                .name("paired_loading_unit_id", Equipment::pairedLoadingUnitId)
                .name("paired_dump_id", Equipment::pairedDumpId)
                .name("home_location_id", Equipment::homeLocationId)
                .number("nominal_payload_t", Equipment::nominalPayloadT)
                .time("updated_at", Equipment::updatedAt)
                .newerBy("updated_at");
    }
}
