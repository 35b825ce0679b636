package io.fueloptimine.connectors.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFaultTest {

    @ParameterizedTest
    @CsvSource({
        "40001, 1205, CONFLICT",
        "S0001, 1222, CONFLICT",
        "23000, 2601, CONFLICT",
        "23000, 2627, CONFLICT",
        "S0001, 18456, REFUSED",
        "28000, 28000, REFUSED",
        "90146, 90146, REFUSED",
        "23505, 23505, CONFLICT",
        "HYT00, 50200, CONFLICT",
        "08S01, 0, AWAY",
        "08006, 0, AWAY",
        "S0001, 9002, AWAY",
        "S0001, 4060, REFUSED",
        "90067, 90067, AWAY",
        "90098, 90098, AWAY",
        "S0001, 8115, ROW",
        "S0001, 2628, ROW",
        "23000, 515, ROW",
        "23000, 547, ROW",
        "57P03, 0, AWAY",
        "53100, 0, AWAY",
        "40P01, 0, CONFLICT",
        "28P01, 0, REFUSED",
        "3D000, 0, REFUSED",
        "23514, 0, ROW",
        "22021, 0, ROW",
        "42P01, 0, OTHER",
        "22003, 22003, ROW",
        "23513, 23513, ROW",
        "S0002, 208, OTHER",
        "S0005, 229, OTHER",
        "42S02, 42102, OTHER"
    })
    void theNumberSaysWhatToDo(String state, int code, SqlFault expected) {
        assertThat(SqlFault.of(new SQLException("m", state, code))).isEqualTo(expected);
    }

    @Test
    void aBatchIsJudgedByItsExceptions() {
        SQLException batch = new BatchUpdateException("batch", "HY000", 0, new int[0]);
        batch.setNextException(new SQLException("too long", "S0001", 2628));
        batch.getNextException().setNextException(new SQLException("deadlock", "40001", 1205));
        SQLException wrapped = new SQLException("cannot", new SQLException("lost", "08S01"));

        assertThat(SqlFault.of(batch)).isEqualTo(SqlFault.CONFLICT);
        assertThat(SqlFault.of(wrapped)).isEqualTo(SqlFault.AWAY);
        assertThat(SqlFault.of(new SQLException("no state"))).isEqualTo(SqlFault.OTHER);
    }

    @Test
    void aCertificateIsAFaultThatAPersonMustMendAndACutHandshakeIsNot() {
        SSLException untrusted = new SSLException("PKIX path building failed");
        SSLException cut = new SSLException("terminated", new EOFException());

        assertThat(SqlFault.of(new SQLException("TLS", "08S01", 0, untrusted)))
                .isEqualTo(SqlFault.REFUSED);
        assertThat(SqlFault.of(new SQLException("TLS", "08S01", 0, cut))).isEqualTo(SqlFault.AWAY);
    }
}
