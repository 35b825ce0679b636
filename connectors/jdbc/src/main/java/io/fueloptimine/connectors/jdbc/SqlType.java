package io.fueloptimine.connectors.jdbc;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The type of a column and the conversion of Java values, which are the same in all SQL dialects; a
 * dialect may have another name for the type ({@link SqlDialect#type}). A value that the column
 * cannot contain does not cause an exception, because one such record would stop the job. Instead,
 * NaN, infinities and times outside SQL's years become null, a text that is too long is truncated,
 * and U+0000, which PostgreSQL refuses, becomes U+FFFD.
 *
 * @param sql the type of H2 and SQL Server
 * @param jdbcType the constant of {@link Types}, for nulls
 * @param maxLength maximum length of a text in characters; 0 for no limit
 */
record SqlType(String sql, int jdbcType, int maxLength) implements Serializable {

    static final SqlType LONG_TEXT = new SqlType("NVARCHAR(MAX)", Types.NVARCHAR, 0);
    static final SqlType INT = new SqlType("INT", Types.INTEGER, 0);
    static final SqlType BIGINT = new SqlType("BIGINT", Types.BIGINT, 0);
    static final SqlType FLOAT = new SqlType("FLOAT(53)", Types.DOUBLE, 0);
    static final SqlType BIT = new SqlType("BIT", Types.BIT, 0);
    static final SqlType TIME = new SqlType("DATETIME2(3)", Types.TIMESTAMP, 0);
    static final SqlType BYTES = new SqlType("VARBINARY(MAX)", Types.VARBINARY, 0);

    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

    static SqlType text(int maxLength) {
        return new SqlType("NVARCHAR(" + maxLength + ")", Types.NVARCHAR, maxLength);
    }

    /**
     * Binds a value.
     *
     * @param key whether the column is part of the key and must not be null; the nearest valid
     *     value is then bound instead of null
     */
    void bind(SqlDialect dialect, PreparedStatement statement, int index, Object value, boolean key)
            throws SQLException {
        Object bound = key ? toSql(keyed(value)) : toSql(value);
        if (bound == null) {
            statement.setNull(index, dialect.jdbcType(this));
        } else {
            statement.setObject(index, bound);
        }
    }

    private Object keyed(Object value) {
        if (jdbcType == Types.TIMESTAMP) {
            Instant instant = (Instant) value;
            if (instant == null || instant.isBefore(FIRST_TIME)) {
                return FIRST_TIME;
            }
            return instant.isAfter(LAST_TIME) ? LAST_TIME : instant;
        }
        return value == null && jdbcType == Types.NVARCHAR ? "" : value;
    }

    private Object toSql(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? normal(number) : null;
        }
        if (value instanceof Instant instant) {
            return instant.isBefore(FIRST_TIME) || instant.isAfter(LAST_TIME)
                    ? null
                    : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (value instanceof Enum<?> || value instanceof String) {
            return truncated(value.toString().replace('\0', '\uFFFD'));
        }
        return value;
    }

    /** SQL Server has no numbers between 0 and the smallest normal one. */
    private static double normal(double number) {
        return Math.abs(number) < Double.MIN_NORMAL ? 0 : number;
    }

    /**
     * Truncates a text and appends a hash of the whole text, so that two long ids stay different.
     */
    private String truncated(String text) {
        if (maxLength == 0 || text.length() <= maxLength) {
            return text;
        }
        String hash = HexFormat.of().toHexDigits(Objects.hashCode(text));
        int end = maxLength - hash.length();
        // Half of a character beyond the 16-bit range is not valid text.
        end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
        return text.substring(0, end) + hash;
    }
}
