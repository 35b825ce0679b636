package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlRetryTest {

    private final List<Long> pauses = new ArrayList<>();
    private final SqlRetry retry = new SqlRetry(pauses::add, SqlSink.pause());
    private final Deque<SQLException> failures = new ArrayDeque<>();
    private int lost;

    @Test
    void aDeadlockIsRepeatedOnTheSameConnection() throws Exception {
        failures.addAll(List.of(fault("40001", 1205), fault("S0001", 1222)));

        assertThat(run()).isEmpty();
        assertThat(pauses).containsExactly(100L, 200L);
        assertThat(retry.retries()).isEqualTo(2);
        assertThat(lost).isZero();
    }

    @Test
    void conflictsThatDoNotEndFailTheJob() {
        failures.addAll(Collections.nCopies(30, fault("23000", 2627)));

        assertThatThrownBy(this::run)
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write table t: m");
        assertThat(pauses).hasSize(SqlRetry.MAX_CONFLICTS);
    }

    @Test
    void aLostConnectionIsRepeatedWithoutLimitOnANewOne() throws Exception {
        failures.addAll(Collections.nCopies(500, fault("08S01", 0)));

        assertThat(run()).isEmpty();
        assertThat(lost).isEqualTo(500);
        assertThat(pauses).hasSize(500).endsWith(30_000L);
    }

    @Test
    void aRefusedConnectionIsRepeatedWithoutLimitAndCounted() throws Exception {
        failures.add(fault("08S01", 0));
        failures.addAll(Collections.nCopies(50, fault("S0001", 18456)));

        assertThat(run()).isEmpty();
        assertThat(lost).isEqualTo(51);
        assertThat(retry.retries()).isEqualTo(51);
        assertThat(retry.refusals()).isEqualTo(50);
    }

    @Test
    void anInvalidRowIsNotRepeated() throws Exception {
        SQLException overflow = fault("S0001", 8115);
        failures.add(overflow);
        assertThat(run()).contains(overflow);
        assertThat(
                        retry.run(
                                "t",
                                () -> {
                                    throw new IllegalStateException();
                                },
                                () -> lost++))
                .containsInstanceOf(IllegalStateException.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void anyOtherFaultFailsTheJobAtOnce() {
        failures.add(fault("S0005", 229));

        assertThatThrownBy(this::run).isInstanceOf(IOException.class);
        assertThat(pauses).isEmpty();
    }

    private Optional<Exception> run() throws IOException, InterruptedException {
        return retry.run(
                "t",
                () -> {
                    if (!failures.isEmpty()) {
                        throw failures.pop();
                    }
                },
                () -> lost++);
    }

    private static SQLException fault(String state, int code) {
        return new SQLException("m", state, code);
    }
}
