package io.fueloptimine.jobs.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.local.account.QualityCounts;
import io.fueloptimine.jobs.local.account.ReadingAccount;
import io.fueloptimine.jobs.training.csv.CsvPosition;
import io.fueloptimine.jobs.training.fleet.FleetRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplaySummaryTest {

    private final UnsendableRecords unsendable = new UnsendableRecords();

    @ParameterizedTest
    @CsvSource({
        "Truck #12, expected a name without / + #",
        "785/12, expected a name without / + #",
        "'', expected a name that is not blank",
        "., expected a name other than . and ..",
        "$T, expected a name that does not begin with $",
    })
    void countsAndNamesARecordWhoseMachineNoTopicCanName(String machine, String reason) {
        assertThat(unsendable.isSendable(record(machine, 10))).isFalse();
        assertThat(unsendable.isSendable(record(machine, 10))).isFalse();

        assertThat(unsendable.total()).isEqualTo(2);
        assertThat(unsendable.render()).contains("machine '" + machine + "', " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T1", "Cami\u00F3n 7", "\uD83D\uDE9C 12", "Pala N\u00BA 3"})
    void sendsEveryOtherName(String machine) {
        assertThat(unsendable.isSendable(record(machine, 10))).isTrue();
        assertThat(unsendable.render()).isEmpty();
    }

    @Test
    void showsNoControlCharacterOfAName() {
        unsendable.isSendable(record("T\u001b[2J\u202E", 10));

        assertThat(unsendable.render()).contains("machine 'T\\u001B[2J\\u202E'");
    }

    @Test
    void countsARecordThatIsTooLargeForIngest() {
        assertThat(unsendable.isSendable(record("T1", 65_536))).isTrue();
        assertThat(unsendable.isSendable(record("T1", 65_537))).isFalse();
        assertThat(unsendable.render()).contains("65537 bytes, expected at most 65536");
    }

    @Test
    void keepsABoundedNumberOfReasonsButCountsEveryRecord() {
        IntStream.range(0, 1_000).forEach(i -> unsendable.isSendable(record("#" + i, 10)));

        assertThat(unsendable.total()).isEqualTo(1_000);
        assertThat(unsendable.render().lines()).hasSize(52);
        assertThat(unsendable.render()).contains("further machines").contains("950");
    }

    @Test
    void accountsForWhatWasReadNotForWhatTheBrokerTook() {
        ReplaySummary lost = summary(new ReadingAccount(10, 0, 7, 0, 0, 0), 3);

        assertThat(lost.isAccounted()).isFalse();
        assertThat(lost.render())
                .containsPattern("unaccounted +3 +RECORDS ARE MISSING; the broker refused 3");
    }

    @Test
    void isAccountedWhenEveryRecordIsValidRejectedUnsendableOrADuplicate() {
        ReplaySummary complete = summary(new ReadingAccount(10, 2, 5, 2, 1, 0), 0);

        assertThat(complete.isAccounted()).isTrue();
        assertThat(complete.render()).contains("every record is accounted for");
        assertThat(summary(new ReadingAccount(10, 2, 6, 2, 1, 0), 0).isAccounted()).isFalse();
    }

    private ReplaySummary summary(ReadingAccount account, long refused) {
        return new ReplaySummary(
                8,
                2,
                account,
                unsendable,
                refused,
                new QualityCounts(0, 0, 0, 0, 0, Map.of()),
                new FleetStatistics(0, 0, 0, 0, 0, 0, 0, 0, Map.of()));
    }

    private static FleetRecord record(String machine, int bytes) {
        return new FleetRecord(
                machine,
                "topic",
                new byte[bytes],
                Instant.EPOCH,
                new CsvPosition("cycles.csv", 2),
                Optional.empty());
    }
}
