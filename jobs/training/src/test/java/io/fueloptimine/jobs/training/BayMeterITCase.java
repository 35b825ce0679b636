package io.fueloptimine.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.PhysicsModel;
import io.fueloptimine.models.fuel.refuel.MeterRatio;
import io.fueloptimine.models.fuel.refuel.RefuelReconciliation;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.MineSiteFile;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Refuel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A simulated mine's bay says how well its windows, and a model of them, count the litres. */
class BayMeterITCase {

    private static final Duration TWO_DAYS = Duration.ofHours(48);

    private static final List<Refuel> REFUELS = new ArrayList<>();
    private static MineSite site;
    private static List<FuelWindow> windows;

    @BeforeAll
    static void twoDaysOfAMine() {
        site = MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));
        PitSettings settings = PitSettings.of(11);
        HistoryWindows history = new HistoryWindows(settings.start());
        HistoryReadings readings = new HistoryReadings(site.site(), history);
        Pit pit =
                new Pit(
                        site,
                        settings,
                        Conditions.NONE,
                        message -> {
                            readings.accept(message);
                            if (message.stream() == ReadingStream.REFUEL) {
                                REFUELS.add(refuel(message));
                            }
                        });
        pit.advanceTo(settings.start().plus(TWO_DAYS));
        windows = history.windows();
    }

    @Test
    void theWindowsAgreeWithTheBaysMeter() {
        MeterRatio fleet = RefuelReconciliation.of(windows, FuelWindow::fuelL, REFUELS).fleet();

        assertThat(fleet.pairs()).as("trucks").isGreaterThan(15);
        assertThat(fleet.ratio()).isEqualTo(1, within(0.03));
        assertThat(fleet.low()).isLessThan(fleet.ratio());
        assertThat(fleet.high() - fleet.low()).isLessThan(0.1);
    }

    @Test
    void whatAModelExpectsIsHeldAgainstTheSameMeter() {
        PhysicsModel physics = new PhysicsModel(MachineClasses.of(site));

        MeterRatio fleet =
                RefuelReconciliation.of(windows, physics::expectedLitres, REFUELS).fleet();

        assertThat(fleet.ratio()).isEqualTo(1, within(0.15));
    }

    private static Refuel refuel(MachineMessage message) {
        return new Refuel(
                (String) message.body().get("truckId"),
                (Instant) message.body().get("startedAt"),
                ((Number) message.body().get("durationS")).doubleValue(),
                ((Number) message.body().get("dispensedL")).doubleValue(),
                null,
                null);
    }
}
