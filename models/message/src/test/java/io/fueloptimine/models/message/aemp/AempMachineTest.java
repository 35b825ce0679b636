package io.fueloptimine.models.message.aemp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AempMachineTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:07Z");
    private static final Duration LONGEST = Duration.ofHours(2);

    @Test
    void theFirstSnapshotGivesTheSectionsAndNoRate() {
        AempMachine.Update update = AempMachine.UNKNOWN.with(List.of(fuel(0, 1_000)), LONGEST);

        assertThat(update.readings()).hasSize(1);
        assertThat(update.readings().get(0).time()).isEqualTo(START);
        assertThat(update.readings().get(0).fields())
                .containsEntry("totalFuelUsedL", 1_000.0)
                .containsEntry("aempSection", "FuelUsed");
    }

    @Test
    void theIncreaseIsSpreadEvenlyOverWholeCells() {
        List<AempReading> rates = ratesOf(fuel(0, 1_000), fuel(900, 1_075));

        // From 08:00:20 to 08:15:00: 44 cells of 20 s at 75 L in 900 s.
        assertThat(rates).hasSize(44);
        assertThat(rates.get(0).time()).isEqualTo(Instant.parse("2026-01-05T08:00:30Z"));
        assertThat(rates.get(43).time()).isEqualTo(Instant.parse("2026-01-05T08:14:50Z"));
        assertThat(rates)
                .allSatisfy(
                        rate ->
                                assertThat(rate.fields())
                                        .containsEntry("fuelRateLph", 300.0)
                                        .containsEntry("derivedFrom", "FuelUsed"));
    }

    @Test
    void noLitreIsLostBetweenIntervals() {
        List<AempSection> day = new ArrayList<>();
        double litres = 1_000;
        for (int at = 0; at <= 86_400; at += 893) {
            day.add(fuel(at, litres));
            litres += at % 7 * 11.5;
        }
        List<AempReading> rates = ratesOf(day.toArray(AempSection[]::new));

        double sum =
                rates.stream().mapToDouble(rate -> (Double) rate.fields().get("fuelRateLph")).sum()
                        * 20
                        / 3_600;
        double last = (Double) day.get(day.size() - 1).fields().get("totalFuelUsedL");
        // At both ends less than one cell is left over.
        assertThat(sum).isCloseTo(last - 1_000, within(2 * 20 * 69.0 / 893));
        for (int i = 1; i < rates.size(); i++) {
            assertThat(Duration.between(rates.get(i - 1).time(), rates.get(i).time()))
                    .isEqualTo(FuelLine.CELL);
        }
    }

    @Test
    void aTimeThatIsKnownGivesNothingNew() {
        AempMachine known = AempMachine.UNKNOWN.with(List.of(fuel(0, 1_000)), LONGEST).machine();

        AempMachine.Update same = known.with(List.of(fuel(0, 1_000)), LONGEST);
        AempMachine.Update changed = known.with(List.of(fuel(0, 2_000)), LONGEST);
        AempMachine.Update older = known.with(List.of(fuel(-60, 999)), LONGEST);

        assertThat(same.readings()).isEmpty();
        assertThat(same.repeated()).isEqualTo(1);
        assertThat(same.machine()).isEqualTo(known);
        assertThat(changed.readings()).isEmpty();
        assertThat(older.readings()).isEmpty();
        assertThat(older.older()).isEqualTo(1);
        assertThat(older.machine()).isEqualTo(known);
    }

    @Test
    void theCounterOfAStandingMachineMovesWhileItsPositionKeepsItsTime() {
        AempSection parked =
                new AempSection(AempElement.LOCATION, START, Map.of("latitudeDeg", -22.3));
        AempMachine known =
                AempMachine.UNKNOWN.with(List.of(parked, fuel(0, 1_000)), LONGEST).machine();

        AempMachine.Update update = known.with(List.of(parked, fuel(900, 1_010)), LONGEST);

        assertThat(update.repeated()).isEqualTo(1);
        assertThat(update.readings())
                .filteredOn(reading -> reading.fields().containsKey("latitudeDeg"))
                .isEmpty();
        assertThat(rates(update)).hasSize(44);
        assertThat(rates(update).get(0).fields()).containsEntry("fuelRateLph", 40.0);
    }

    @Test
    void aCounterThatFallsOrJumpsBeginsANewLine() {
        AempMachine known = AempMachine.UNKNOWN.with(List.of(fuel(0, 1_000)), LONGEST).machine();

        AempMachine.Update replaced = known.with(List.of(fuel(900, 12)), LONGEST);
        AempMachine.Update jumped = known.with(List.of(fuel(900, 90_000)), LONGEST);
        AempMachine.Update after = replaced.machine().with(List.of(fuel(1_800, 87)), LONGEST);

        assertThat(rates(replaced)).isEmpty();
        assertThat(replaced.resets()).isEqualTo(1);
        assertThat(replaced.readings()).hasSize(1);
        assertThat(rates(jumped)).isEmpty();
        assertThat(jumped.resets()).isEqualTo(1);
        assertThat(rates(after)).isNotEmpty();
        assertThat(rates(after).get(0).fields()).containsEntry("fuelRateLph", 300.0);
    }

    @Test
    void overALongGapTheEngineHoursSayWhenTheFuelWasUsed() {
        int night = 8 * 3_600;
        AempMachine known =
                AempMachine.UNKNOWN.with(List.of(hours(0, 500), fuel(0, 1_000)), LONGEST).machine();

        AempMachine.Update update =
                known.with(List.of(hours(night, 500.5), fuel(night, 1_050)), LONGEST);

        assertThat(update.gaps()).isZero();
        assertThat(rates(update)).hasSize(89);
        assertThat(rates(update).get(0).time()).isAfter(START.plusSeconds(night - 1_800));
        assertThat(rates(update).get(0).fields()).containsEntry("fuelRateLph", 100.0);
    }

    @Test
    void overALongGapWithoutEngineHoursNoRateIsInvented() {
        AempMachine.Update update =
                AempMachine.UNKNOWN
                        .with(List.of(fuel(0, 1_000)), LONGEST)
                        .machine()
                        .with(List.of(fuel(7_201, 1_050)), LONGEST);

        assertThat(rates(update)).isEmpty();
        assertThat(update.gaps()).isEqualTo(1);
        assertThat(update.readings()).hasSize(1);
    }

    private static List<AempReading> ratesOf(AempSection... sections) {
        AempMachine machine = AempMachine.UNKNOWN;
        List<AempReading> rates = new ArrayList<>();
        for (AempSection section : sections) {
            AempMachine.Update update = machine.with(List.of(section), LONGEST);
            rates.addAll(rates(update));
            machine = update.machine();
        }
        return rates;
    }

    private static List<AempReading> rates(AempMachine.Update update) {
        return update.readings().stream()
                .filter(reading -> reading.fields().containsKey("fuelRateLph"))
                .toList();
    }

    private static AempSection fuel(int atS, double litres) {
        return new AempSection(
                AempElement.FUEL_USED, START.plusSeconds(atS), Map.of("totalFuelUsedL", litres));
    }

    private static AempSection hours(int atS, double hours) {
        return new AempSection(
                AempElement.OPERATING_HOURS, START.plusSeconds(atS), Map.of("engineHours", hours));
    }
}
