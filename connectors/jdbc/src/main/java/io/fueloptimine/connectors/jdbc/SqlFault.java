package io.fueloptimine.connectors.jdbc;

import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * What a failed statement means for its rows. The numbers are those of SQL Server's system messages
 * and of H2's {@code ErrorCode}; PostgreSQL's are the classes of SQLSTATE.
 */
enum SqlFault {
    /**
     * The server refuses the connection until a person changes something: login, name of the
     * database, certificate. At the start this is a fault of the options. A running job waits for
     * it like for {@link #AWAY}, because a password may be in the course of being changed.
     */
    REFUSED,
    /**
     * The server does not answer, or cannot write at present: starting, paused, its log or disk
     * full. It is waited for without limit, because the rows are valid.
     */
    AWAY,
    /** Two writers met: deadlock, time-out of a lock, or both inserted one key. */
    CONFLICT,
    /** A value of the row is not valid for its column. */
    ROW,
    /** The cause is not the data: a missing table or right, a wrong statement. */
    OTHER;

    private static final Set<Integer> REFUSED_CODES =
            Set.of(
                    // SQL Server: database unknown or not allowed, login failed, disabled, locked
                    // or
                    // expired
                    4060,
                    18452,
                    18456,
                    18470,
                    18486,
                    18487,
                    18488,
                    // H2: login, database not found
                    28000,
                    90146,
                    90149);

    private static final Set<Integer> AWAY_CODES =
            Set.of(
                    // SQL Server: connection lost, starting, restoring, paused or shutting down
                    64,
                    233,
                    596,
                    921,
                    922,
                    927,
                    6005,
                    10053,
                    10054,
                    10060,
                    10928,
                    10929,
                    17142,
                    18401,
                    40197,
                    40501,
                    40613,
                    49918,
                    49919,
                    49920,
                    // SQL Server: out of memory, disk or log full
                    701,
                    802,
                    1101,
                    1105,
                    8645,
                    8651,
                    8902,
                    9002,
                    9100,
                    // H2: connection broken, database closed or in use, no disk space
                    90007,
                    90020,
                    90031,
                    90067,
                    90098,
                    90121);

    private static final Set<Integer> CONFLICT_CODES =
            Set.of(
                    // SQL Server: out of locks, deadlock, lock time-out, duplicate key, snapshot
                    1204,
                    1205,
                    1222,
                    2601,
                    2627,
                    3960,
                    // H2: deadlock, lock time-out, duplicate key, concurrent update
                    40001,
                    50200,
                    23505,
                    90131);

    /**
     * Out of memory, disk or connections; starting or shutting down; a standby after a failover.
     */
    private static final Set<String> POSTGRESQL_AWAY = Set.of("53", "57P", "25006");

    /** Deadlock, lock not available, duplicate key. */
    private static final Set<String> POSTGRESQL_CONFLICTS = Set.of("40P01", "55P03", "23505");

    /** Login, name of the database. */
    private static final Set<String> POSTGRESQL_REFUSED = Set.of("28000", "28P01", "3D000");

    private static final Set<Integer> ROW_CODES =
            Set.of(
                    // SQL Server: overflow, conversion, null, constraint, truncation, invalid float
                    220,
                    232,
                    241,
                    242,
                    244,
                    245,
                    248,
                    295,
                    515,
                    517,
                    547,
                    2628,
                    8009,
                    8016,
                    8023,
                    8047,
                    8114,
                    8115,
                    8134,
                    8152,
                    9420,
                    13628);

    /** The meaning of an exception, judged with those that it contains. */
    static SqlFault of(SQLException failure) {
        SqlFault found = isUntrusted(failure) ? REFUSED : OTHER;
        for (SQLException each : chain(failure)) {
            SqlFault fault = ofOne(each);
            found = fault.ordinal() < found.ordinal() ? fault : found;
        }
        return found;
    }

    private static SqlFault ofOne(SQLException failure) {
        int code = failure.getErrorCode();
        String state = String.valueOf(failure.getSQLState());
        // PostgreSQL's driver gives no numbers.
        boolean byState = code == 0;
        if (REFUSED_CODES.contains(code) || byState && POSTGRESQL_REFUSED.contains(state)) {
            return REFUSED;
        }
        if (AWAY_CODES.contains(code) || state.startsWith("08")) {
            return AWAY;
        }
        if (byState && POSTGRESQL_AWAY.stream().anyMatch(state::startsWith)) {
            return AWAY;
        }
        if (CONFLICT_CODES.contains(code)
                || state.equals("40001")
                || state.startsWith("HYT")
                || byState && POSTGRESQL_CONFLICTS.contains(state)) {
            return CONFLICT;
        }
        return ROW_CODES.contains(code) || state.startsWith("22") || state.startsWith("23")
                ? ROW
                : OTHER;
    }

    /**
     * Whether TLS failed for a reason of its own, such as a certificate. The driver reports that
     * with the SQLSTATE of a lost connection.
     */
    private static boolean isUntrusted(SQLException failure) {
        boolean untrusted = false;
        for (Throwable each : failure) {
            if (each instanceof EOFException
                    || each instanceof SocketException
                    || each instanceof InterruptedIOException) {
                return false;
            }
            untrusted |= each instanceof SSLException || each instanceof CertificateException;
        }
        return untrusted;
    }

    /** The exceptions of a batch and their causes. SQLException iterates over both. */
    private static Iterable<SQLException> chain(SQLException failure) {
        Set<SQLException> chain = new LinkedHashSet<>();
        for (Throwable each : failure) {
            if (each instanceof SQLException next) {
                chain.add(next);
            }
        }
        return chain;
    }
}
