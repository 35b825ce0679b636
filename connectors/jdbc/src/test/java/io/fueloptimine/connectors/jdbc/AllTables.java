package io.fueloptimine.connectors.jdbc;

import java.util.List;

/** Every set of columns that a sink or a direct write upserts. */
final class AllTables {

    static final List<SqlTable<?>> LIST =
            List.of(
                    MineTables.equipment(),
                    MineTables.fuelWindow(),
                    MineTables.haulCycle(),
                    MineTables.refuel(),
                    AlarmTables.alert(),
                    AlarmTables.alertState(),
                    MineTables.driftEvent(),
                    MineTables.roadExcess(),
                    MineTables.rejectedReading(),
                    MineTables.deadLetterReplay(),
                    RefusedRow.columns(),
                    MineTables.qualityHour(),
                    DispatchTables.dispatchPlan(),
                    DispatchTables.dispatchAssignment(),
                    DispatchTables.assignmentReply(),
                    MineTables.modelVersion(),
                    MineTables.retraining(),
                    DispatchTables.fuelSaving(),
                    DispatchTables.ledgerShift(),
                    AdviceTables.shutdownAdvice(),
                    AdviceTables.payloadAdvice(),
                    AdviceTables.consumptionOutlier(),
                    DriftTables.dataDrift(),
                    TankTables.tankEvent(),
                    TankTables.fuelReconciliation(),
                    EquipmentStateTables.state(),
                    EquipmentStateTables.window(),
                    EquipmentStateTables.alarm(),
                    EquipmentStateTables.assignment(),
                    RoadRow.columns());

    private AllTables() {}
}
