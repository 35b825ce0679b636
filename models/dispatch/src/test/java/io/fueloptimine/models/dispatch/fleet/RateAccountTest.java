package io.fueloptimine.models.dispatch.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.fleet.RateAccount.Due;
import io.fueloptimine.models.mine.site.Material;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Highest rates of 600 t/h with loads of 200 t: one each 20 minutes. */
class RateAccountTest {

    private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");
    private static final double LOAD_T = 200;
    private static final RateTarget FACE = RateTarget.ofFace("F1", null, 600.0, null);
    private static final RateTarget ORE =
            new RateTarget(null, null, Material.ORE, null, 600.0, null);
    private static final RateTarget DUMP =
            new RateTarget(null, "D", Material.WASTE, null, 600.0, null);

    @Test
    void theRateAddsTonnesForAnHourAtMostAndLoadsTakeThemOff() {
        RateAccount begun = RateAccount.begun(FACE, BEGIN);

        assertThat(begun.creditAt(minute(20))).isCloseTo(200, within(1e-9));
        assertThat(begun.creditAt(minute(60))).isCloseTo(600, within(1e-9));
        assertThat(begun.creditAt(minute(600))).isCloseTo(600, within(1e-9));
        RateAccount moved = begun.moved(LOAD_T, minute(10));
        assertThat(moved.creditAt(minute(10))).isCloseTo(-100, within(1e-9));
        assertThat(moved.creditAt(minute(30))).isCloseTo(100, within(1e-9));
    }

    @Test
    void aLoadThatIsReportedLateTakesOffItsTonnes() {
        RateAccount account = RateAccount.begun(FACE, BEGIN).moved(LOAD_T, minute(20));

        assertThat(account.moved(LOAD_T, minute(5)).creditAt(minute(20)))
                .isCloseTo(-200, within(1e-9));
    }

    @Test
    void oneLoadMayBeOwed() {
        RateAccount begun = RateAccount.begun(FACE, BEGIN);

        assertThat(hasRoom(begun, 0)).isTrue();
        assertThat(hasRoom(begun, 0, 19)).isFalse();
        assertThat(hasRoom(begun, 0, 20)).isTrue();
    }

    @Test
    void aLoadOnItsWayThatComesLaterIsNotOvertaken() {
        RateAccount begun = RateAccount.begun(FACE, BEGIN);
        Due own = due(5);

        assertThat(begun.hasRoom(BEGIN, List.of(own, due(30)), own)).isTrue();
        assertThat(begun.hasRoom(BEGIN, List.of(own, due(15)), own)).isFalse();
        assertThat(begun.hasRoom(BEGIN, List.of(due(0), due(1), due(60)), due(60))).isTrue();
    }

    @Test
    void atTheRateZeroThereIsNoRoom() {
        RateTarget none = RateTarget.ofFace("F1", null, 0.0, null);

        assertThat(hasRoom(RateAccount.begun(none, BEGIN), 60)).isFalse();
    }

    @Test
    void aLoadCountsForItsFaceAndItsMaterialAndAtItsDump() {
        RateAccounts begun = RateAccounts.none().with(List.of(FACE, ORE, DUMP), BEGIN);

        assertThat(credits(begun.loaded("F1", Material.ORE, LOAD_T, BEGIN)))
                .containsExactly(-LOAD_T, -LOAD_T, 0.0);
        assertThat(credits(begun.loaded("F2", Material.ORE, LOAD_T, BEGIN)))
                .containsExactly(0.0, -LOAD_T, 0.0);
        assertThat(credits(begun.dumped("D", Material.WASTE, LOAD_T, BEGIN)))
                .containsExactly(0.0, 0.0, -LOAD_T);
        assertThat(begun.dumped("D", Material.ORE, LOAD_T, BEGIN)).isSameAs(begun);
    }

    @Test
    void anAccountGoesOnWhileItsRateIsTheSame() {
        RateAccounts owing =
                RateAccounts.none()
                        .with(List.of(FACE), BEGIN)
                        .loaded("F1", Material.ORE, LOAD_T, BEGIN);
        RateTarget first = RateTarget.ofFace("F1", 100.0, 600.0, 1);
        RateTarget other = RateTarget.ofFace("F1", null, 500.0, null);
        RateTarget least = RateTarget.ofFace("F2", 500.0, null, null);

        assertThat(credits(owing.with(List.of(first), minute(0)))).containsExactly(-LOAD_T);
        assertThat(credits(owing.with(List.of(other), minute(0)))).containsExactly(0.0);
        assertThat(owing.with(List.of(least), minute(0)).accounts()).isEmpty();
    }

    private static boolean hasRoom(RateAccount account, int... minutes) {
        List<Due> due = Arrays.stream(minutes).mapToObj(RateAccountTest::due).toList();
        return account.hasRoom(BEGIN, due, due.get(due.size() - 1));
    }

    private static Due due(int minute) {
        return new Due(60.0 * minute, LOAD_T);
    }

    private static Instant minute(int minute) {
        return BEGIN.plusSeconds(60L * minute);
    }

    private static List<Double> credits(RateAccounts accounts) {
        return accounts.accounts().stream().map(one -> one.creditAt(BEGIN)).toList();
    }
}
