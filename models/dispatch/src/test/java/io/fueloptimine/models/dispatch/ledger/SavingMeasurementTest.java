package io.fueloptimine.models.dispatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.bound.TravelCosts;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.LedgerPhase;
import io.fueloptimine.models.mine.saving.LedgerShift;
import io.fueloptimine.models.mine.saving.SavingLever;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Savings of a made-up mine with two faces in different depths. A load from the near face burns 100
 * L, one from the far face 200 L; trucks that stand burn 500 L in a shift.
 */
class SavingMeasurementTest {

    private static final TravelCosts METRES =
            (dump, face) -> OptionalDouble.of(face.equals("NEAR") ? 1_000 : 2_000);
    private static final double COVERAGE = 0.98;

    private final BaselineFit fit = fit(MadeUpShifts.baseline(8));

    @Test
    void measuresNothingWhereTheTrucksWorkAsInTheBaseline() {
        MeasuredShift measured = measure(MadeUpShifts.shift(20, 40, 20, 1, 1));

        assertThat(measured.total().phase()).isEqualTo(LedgerPhase.MEASURED);
        assertThat(measured.total().savedL()).isCloseTo(0, within(60.0));
        assertThat(measured.total().savedL()).isBetween(-low(measured), low(measured));
    }

    @Test
    void addsTheLeversUpToTheTotal() {
        MeasuredShift measured = measure(MadeUpShifts.shift(20, 40, 20, 0.8, 0.5));

        double sum = measured.savings().stream().mapToDouble(FuelSaving::litres).sum();
        assertThat(sum).isCloseTo(measured.total().savedL(), within(1e-6));
        assertThat(measured.total().savedL())
                .isCloseTo(measured.total().expectedL() - measured.total().burntL(), within(1e-6));
    }

    @Test
    void showsNegativeSavings() {
        MeasuredShift measured = measure(MadeUpShifts.shift(20, 40, 20, 1, 2));

        assertThat(measured.total().savedL()).isLessThan(-low(measured));
        assertThat(lever(measured, SavingLever.QUEUES)).isCloseTo(-800, within(60.0));
    }

    @Test
    void doesNotCountAChangeOfFaceAsSaving() {
        MeasuredShift measured = measure(MadeUpShifts.shift(20, 58, 2, 1, 1));

        double worth = measured.total().burntL() * 0.01;
        assertThat(measured.total().savedL()).isCloseTo(0, within(worth));
    }

    @Test
    void expectsANewFaceByItsDistanceAndLiftAndSaysSo() {
        LedgerShift total = measure(MadeUpShifts.withNewFace(40, 20, 1_500)).total();

        assertThat(total.remark()).contains("hauls that are rare in the baseline");
        assertThat(total.expectedL()).isCloseTo(total.burntL(), within(0.03 * total.burntL()));
    }

    @Test
    void isLessCertainOfANewFaceWhenTheKnownOnesDifferFromTheLine() {
        ShiftWork newFace = MadeUpShifts.withNewFace(40, 20, 1_500);
        BaselineFit scattered = fit(MadeUpShifts.baselineWithASoftRoad(8));

        double known = standardError(scattered, MadeUpShifts.shift(20, 40, 20, 1, 1));
        assertThat(standardError(scattered, newFace)).isGreaterThan(1.5 * known);
    }

    private static double standardError(BaselineFit fit, ShiftWork shift) {
        return new SavingMeasurement(fit, METRES, COVERAGE).of(shift).total().standardErrorL();
    }

    @Test
    void booksNothingForAShiftWithoutTonnes() {
        MeasuredShift measured = measure(MadeUpShifts.shift(20, 0, 0, 1, 1));

        assertThat(measured.savings()).isEmpty();
        assertThat(measured.total().phase()).isEqualTo(LedgerPhase.NOT_MEASURED);
        assertThat(measured.total().savedL()).isNull();
        assertThat(measured.total().remark()).isEqualTo("no tonnes hauled");
    }

    @Test
    void booksNothingWhenFuelReadingsAreLost() {
        ShiftWork whole = MadeUpShifts.shift(20, 40, 20, 1, 1);
        ShiftWork withGap =
                new ShiftWork(
                        whole.site(),
                        whole.start(),
                        whole.end(),
                        whole.coveredH() * 0.9,
                        whole.litres().map(litres -> litres * 0.9),
                        whole.hauls(),
                        whole.emptyTrips(),
                        whole.cycles());

        MeasuredShift measured = measure(withGap);

        assertThat(measured.savings()).isEmpty();
        assertThat(measured.total().remark()).startsWith("fuel readings cover 216 truck hours");
    }

    @Test
    void booksNothingFarFromTheWorkOfTheBaseline() {
        assertThat(measure(MadeUpShifts.shift(20, 4, 2, 1, 1)).total().remark())
                .startsWith("10 % of the work of a baseline shift");
    }

    @Test
    void booksNoMoreForDispatchThanTheLeastEmptyTravelSaves() {
        // Every truck returns to the face of its load, and no other trips would be shorter.
        MeasuredShift measured = measure(MadeUpShifts.shift(20, 40, 20, 0.5, 1));

        assertThat(lever(measured, SavingLever.DISPATCH)).isCloseTo(0, within(1.0));
        assertThat(lever(measured, SavingLever.UNEXPLAINED)).isGreaterThan(500);
    }

    @Test
    void needsEnoughShifts() {
        Baseline few = MadeUpShifts.baseline(5);

        assertThat(few.fit(6, METRES)).isEmpty();
        assertThat(few.with(MadeUpShifts.shift(9, 0, 0, 1, 1)).shifts()).hasSize(5);
    }

    @Test
    void givesEachShiftADeterministicId() {
        MeasuredShift measured = measure(MadeUpShifts.shift(20, 40, 20, 1, 1));

        assertThat(measured.total().ledgerId())
                .isEqualTo("mine/" + measured.total().spanStart().toEpochMilli());
        assertThat(measured.savings())
                .extracting(FuelSaving::savingId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("mine/MEASURED/"));
    }

    private MeasuredShift measure(ShiftWork shift) {
        return new SavingMeasurement(fit, METRES, COVERAGE).of(shift);
    }

    private static BaselineFit fit(Baseline baseline) {
        return baseline.fit(6, METRES).orElseThrow();
    }

    private static double low(MeasuredShift measured) {
        return Math.hypot(measured.total().noise95L(), measured.total().fit95L());
    }

    private static double lever(MeasuredShift measured, SavingLever lever) {
        Map<SavingLever, List<FuelSaving>> byLever =
                measured.savings().stream().collect(Collectors.groupingBy(FuelSaving::lever));
        return byLever.get(lever).get(0).litres();
    }
}
