package io.fueloptimine.connectors.jdbc;

import static io.fueloptimine.connectors.jdbc.SqlType.BIGINT;
import static io.fueloptimine.connectors.jdbc.SqlType.BIT;
import static io.fueloptimine.connectors.jdbc.SqlType.BYTES;
import static io.fueloptimine.connectors.jdbc.SqlType.INT;
import static io.fueloptimine.connectors.jdbc.SqlType.TIME;
import static io.fueloptimine.connectors.jdbc.SqlType.text;

import io.fueloptimine.models.mine.Alert;
import io.fueloptimine.models.mine.DriftEvent;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.QualityHour;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.RetrainingOutcome;
import io.fueloptimine.models.mine.ScoredWindow;
import org.apache.flink.util.function.SerializableFunction;

/**
 * The tables of what the mine did, as their records write them: with {@link DispatchTables} the
 * Java half of {@code sql/}.
 */
final class MineTables {

    static final SqlType ID = text(200);
    private static final SqlType NAME = text(100);

    private MineTables() {}

    /**
     * A window only ever gains readings, so the one made from more is the newer; a new score of the
     * same readings replaces the old. The revision does not tell: after a crash the job may say at
     * once what it had said in three revisions before.
     */
    static SqlTable<ScoredWindow> fuelWindow() {
        SqlTable<ScoredWindow> table =
                new SqlTable<ScoredWindow>("fuel_window")
                        .key("site", NAME, scored -> scored.window().site())
                        .key("machine_id", NAME, scored -> scored.window().machineId())
                        .key("window_start", TIME, scored -> scored.window().start())
                        .time("window_end", of(FuelWindow::end))
                        .word("kind", of(FuelWindow::kind))
                        .name("equipment_class", of(FuelWindow::equipmentClass))
                        .name("operator_id", of(FuelWindow::operatorId))
                        .column("readings", INT, of(FuelWindow::readings))
                        .column("revision", INT, of(FuelWindow::revision))
                        .word("production_state", of(FuelWindow::productionState))
                        .figure("expected_l", ScoredWindow::expectedL)
                        .figure("residual_l", ScoredWindow::residualL)
                        .figure("physics_l", ScoredWindow::physicsL)
                        .name("model_name", ScoredWindow::modelName)
                        .word("model_version", ScoredWindow::modelVersion)
                        .figure("low_l", ScoredWindow::lowL)
                        .figure("high_l", ScoredWindow::highL)
                        .figure("challenger_l", ScoredWindow::challengerL)
                        .word("challenger_version", ScoredWindow::challengerVersion)
                        .newerBy("readings");
        return withMeasurements(table);
    }

    private static SqlTable<ScoredWindow> withMeasurements(SqlTable<ScoredWindow> table) {
        return table.figure("fuel_l", of(FuelWindow::fuelL))
                .figure("distance_km", of(FuelWindow::distanceKm))
                .figure("mean_speed_kph", of(FuelWindow::meanSpeedKph))
                .figure("speed_std_kph", of(FuelWindow::speedStdKph))
                .figure("mean_payload_t", of(FuelWindow::meanPayloadT))
                .figure("climb_m", of(FuelWindow::climbM))
                .figure("descent_m", of(FuelWindow::descentM))
                .figure("mean_elevation_m", of(FuelWindow::meanElevationM))
                .figure("mean_engine_load_pct", of(FuelWindow::meanEngineLoadPct))
                .figure("mean_engine_rpm", of(FuelWindow::meanEngineRpm))
                .figure("engine_on_share", of(FuelWindow::engineOnShare))
                .figure("idle_share", of(FuelWindow::idleShare))
                .figure("covered_s", of(FuelWindow::coveredS))
                .figure("mean_ambient_temp_c", of(FuelWindow::meanAmbientTempC))
                .figure("mean_barometric_kpa", of(FuelWindow::meanBarometricKpa))
                .figure("max_vibration_rms_mm_s", of(FuelWindow::maxVibrationRmsMmS));
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
                        .word("source", HaulCycle::source)
                        .words("flags", HaulCycle::flags);
        return withFigures(table);
    }

    private static SqlTable<HaulCycle> withFigures(SqlTable<HaulCycle> table) {
        return table.figure("payload_t", HaulCycle::payloadT)
                .figure("loading_scale_t", HaulCycle::loadingScaleT)
                .figure("scale_t", HaulCycle::scaleT)
                .figure("empty_travel_s", HaulCycle::emptyTravelS)
                .figure("load_queue_s", HaulCycle::loadQueueS)
                .figure("spot_s", HaulCycle::spotS)
                .figure("loading_s", HaulCycle::loadingS)
                .figure("full_travel_s", HaulCycle::fullTravelS)
                .figure("dump_queue_s", HaulCycle::dumpQueueS)
                .figure("dumping_s", HaulCycle::dumpingS)
                .figure("hang_s", HaulCycle::hangS)
                .figure("empty_distance_m", HaulCycle::emptyDistanceM)
                .figure("full_distance_m", HaulCycle::fullDistanceM)
                .figure("efh_empty_m", HaulCycle::efhEmptyM)
                .figure("efh_full_m", HaulCycle::efhFullM)
                .figure("lift_m", HaulCycle::liftM)
                .figure("fuel_l", HaulCycle::fuelL);
    }

    static SqlTable<Reading> refuel() {
        return new SqlTable<Reading>("refuel")
                .key("site", NAME, Reading::site)
                .key("truck_id", NAME, reading -> reading.refuel().truckId())
                .key("started_at", TIME, reading -> reading.refuel().startedAt())
                .time("ended_at", Reading::time)
                .name("bay_id", Reading::machineId)
                .figure("duration_s", reading -> reading.refuel().durationS())
                .figure("dispensed_l", reading -> reading.refuel().dispensedL())
                .figure("level_before_pct", reading -> reading.refuel().levelBeforePct())
                .figure("level_after_pct", reading -> reading.refuel().levelAfterPct());
    }

    /** A cleared alert is newer than a raised one, whichever arrives first. */
    static SqlTable<Alert> alert() {
        return new SqlTable<Alert>("alert")
                .key("alert_id", ID, Alert::alertId)
                .name("site", Alert::site)
                .name("machine_id", Alert::machineId)
                .word("type", Alert::type)
                .word("severity", Alert::severity)
                .time("raised_at", Alert::raisedAt)
                .time("cleared_at", Alert::clearedAt)
                .text("message", Alert::message)
                .json("evidence", Alert::evidence)
                .newerBy("cleared_at");
    }

    static SqlTable<DriftEvent> driftEvent() {
        return new SqlTable<DriftEvent>("drift_event")
                .key("drift_id", ID, DriftEvent::driftId)
                .name("site", DriftEvent::site)
                .name("machine_id", DriftEvent::machineId)
                .word("detector", DriftEvent::detector)
                .name("metric", DriftEvent::metric)
                .time("detected_at", DriftEvent::detectedAt)
                .figure("mean_before", DriftEvent::meanBefore)
                .figure("mean_after", DriftEvent::meanAfter)
                .column("samples_before", BIGINT, DriftEvent::samplesBefore)
                .column("samples_after", BIGINT, DriftEvent::samplesAfter)
                .word("model_version", DriftEvent::modelVersion);
    }

    static SqlTable<QualityRecord> rejectedReading() {
        return new SqlTable<QualityRecord>("rejected_reading")
                .key("quality_id", ID, QualityRecord::qualityId)
                .word("verdict", QualityRecord::verdict)
                .name("rule", QualityRecord::rule)
                .word("severity", QualityRecord::severity)
                .name("field", QualityRecord::field)
                .text("observed", QualityRecord::observed)
                .text("expected", QualityRecord::expected)
                .text("topic", QualityRecord::topic)
                .name("machine_id", QualityRecord::machineId)
                .time("event_time", QualityRecord::eventTime)
                .time("received_at", QualityRecord::receivedAt)
                .column("redelivered", BIT, QualityRecord::redelivered)
                .column("payload", BYTES, QualityRecord::payload)
                .newerBy("received_at");
    }

    /** What a replay adds to a rejected reading; everything else stays. */
    static SqlTable<LetterReplay> letterReplay() {
        return new SqlTable<LetterReplay>("rejected_reading")
                .key("quality_id", ID, LetterReplay::qualityId)
                .time("replayed_at", LetterReplay::replayedAt)
                .column("replays", INT, LetterReplay::replays);
    }

    /** Counts of an hour only grow: a smaller one is older. */
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
                .figure("mean_absolute_error_l", ModelVersion::meanAbsoluteErrorL)
                .figure("r2", ModelVersion::r2)
                .text("description", ModelVersion::description);
    }

    static SqlTable<RetrainingOutcome> retraining() {
        return new SqlTable<RetrainingOutcome>("retraining")
                .key("request_id", ID, RetrainingOutcome::requestId)
                .name("model_name", RetrainingOutcome::modelName)
                .text("asked_because", RetrainingOutcome::askedBecause)
                .time("asked_at", RetrainingOutcome::askedAt)
                .word("verdict", RetrainingOutcome::verdict)
                .text("reason", RetrainingOutcome::reason)
                .column("champion_version", INT, RetrainingOutcome::championVersion)
                .column("candidate_version", INT, RetrainingOutcome::candidateVersion)
                .time("learnt_since", RetrainingOutcome::learntSince)
                .column("learnt_windows", INT, RetrainingOutcome::learntWindows)
                .column("judged_windows", INT, RetrainingOutcome::judgedWindows)
                .figure("champion_mae_l", RetrainingOutcome::championMaeL)
                .figure("candidate_mae_l", RetrainingOutcome::candidateMaeL)
                .figure("gain_low_pct", RetrainingOutcome::gainLowPct)
                .figure("gain_high_pct", RetrainingOutcome::gainHighPct)
                .time("decided_at", RetrainingOutcome::decidedAt)
                .newerBy("decided_at");
    }

    static SqlTable<Equipment> equipment() {
        return new SqlTable<Equipment>("equipment")
                .key("site", NAME, Equipment::site)
                .key("equipment_id", NAME, Equipment::equipmentId)
                .word("kind", Equipment::kind)
                .name("equipment_class", Equipment::equipmentClass)
                .name("paired_loading_unit_id", Equipment::pairedLoadingUnitId)
                .name("paired_dump_id", Equipment::pairedDumpId)
                .name("home_location_id", Equipment::homeLocationId)
                .time("updated_at", Equipment::updatedAt)
                .newerBy("updated_at");
    }
}
