package io.fueloptimine.operators.alarm;

import io.fueloptimine.models.alarm.MachineMinute;
import io.fueloptimine.models.alarm.tank.BayFill;
import io.fueloptimine.models.alarm.tank.ExpectedMinute;
import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.models.mine.reading.Reading;

/**
 * A minute of a machine, a message of a fuel bay about the machine, or the expectation of a window:
 * one of the last three fields is set, the others are null.
 *
 * @param site the mine
 * @param machineId the machine
 * @param minute a minute of telemetry, else null
 * @param bay a refuelling by the message of a fuel bay, else null
 * @param expected the expected fuel of a window, else null
 */
public record TankInput(
        String site, String machineId, MachineMinute minute, BayFill bay, ExpectedMinute expected)
        implements MachineRecord {

    static TankInput ofMinute(MachineMinute minute) {
        return new TankInput(minute.site(), minute.machineId(), minute, null, null);
    }

    static TankInput ofRefuel(Reading reading) {
        String machineId = reading.refuel().truckId();
        return new TankInput(reading.site(), machineId, null, BayFill.of(reading), null);
    }

    static TankInput ofScore(ScoredWindow score) {
        return new TankInput(score.site(), score.machineId(), null, null, ExpectedMinute.of(score));
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, machineId);
    }
}
