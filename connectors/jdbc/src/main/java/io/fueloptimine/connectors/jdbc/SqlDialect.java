package io.fueloptimine.connectors.jdbc;

import java.sql.Types;

/** A supported database and the differences of its SQL. */
public enum SqlDialect {
    /** H2 in its MSSQLServer mode, the embedded default. */
    H2("jdbc:h2:", "org.h2.Driver", "sql/h2") {
        @Override
        String quoted(String name) {
            return name;
        }

        @Override
        String mergeTarget(String table) {
            return table;
        }
    },
    /** SQL Server 2016 SP1 or later. */
    SQL_SERVER("jdbc:sqlserver:", "com.microsoft.sqlserver.jdbc.SQLServerDriver", "sql/sqlserver") {
        @Override
        String quoted(String name) {
            return "[" + name + "]";
        }

        // Without HOLDLOCK two writers can both miss the row and both insert it.
        @Override
        String mergeTarget(String table) {
            return table + " WITH (HOLDLOCK)";
        }
    },
    /** PostgreSQL 15 or later. */
    POSTGRESQL("jdbc:postgresql:", "org.postgresql.Driver", "sql/postgresql") {
        @Override
        String quoted(String name) {
            return '"' + name + '"';
        }

        @Override
        String mergeTarget(String table) {
            throw new UnsupportedOperationException("PostgreSQL upserts with INSERT");
        }

        @Override
        String type(SqlType type) {
            return switch (type.jdbcType()) {
                case Types.NVARCHAR -> "TEXT";
                case Types.DOUBLE -> "DOUBLE PRECISION";
                case Types.TIMESTAMP -> "TIMESTAMP(3)";
                case Types.BIT -> "BOOLEAN";
                case Types.VARBINARY -> "BYTEA";
                case Types.INTEGER -> "INTEGER";
                default -> type.sql();
            };
        }

        @Override
        int jdbcType(SqlType type) {
            return type.jdbcType() == Types.NVARCHAR ? Types.VARCHAR : type.jdbcType();
        }

        @Override
        String translated(String sql) {
            return sql.replace("DATEADD(HOUR, ", "plus_hours(")
                    .replace("DATETIME2(3)", "TIMESTAMP(3)");
        }
    };

    private final String urlPrefix;
    private final String driverClass;
    private final String migrations;

    SqlDialect(String urlPrefix, String driverClass, String migrations) {
        this.urlPrefix = urlPrefix;
        this.driverClass = driverClass;
        this.migrations = migrations;
    }

    /**
     * The dialect of a JDBC URL.
     *
     * @throws IllegalArgumentException for an unsupported database
     */
    static SqlDialect of(String url) {
        for (SqlDialect dialect : values()) {
            if (url.startsWith(dialect.urlPrefix)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException(
                "unsupported JDBC URL (expected jdbc:h2:, jdbc:sqlserver: or jdbc:postgresql:): "
                        + url);
    }

    /** A column name, quoted where this database requires it. */
    abstract String quoted(String name);

    /** The text that names a table as the target of a MERGE statement. */
    abstract String mergeTarget(String table);

    /** The name of a type. */
    String type(SqlType type) {
        return type.sql();
    }

    /** The constant of {@link Types} with which a null of a type is bound. */
    int jdbcType(SqlType type) {
        return type.jdbcType();
    }

    /** A statement that is written for H2 and SQL Server, with the functions of this database. */
    String translated(String sql) {
        return sql;
    }

    String driverClass() {
        return driverClass;
    }

    /** The folder with the migrations of this database on the class path. */
    String migrations() {
        return migrations;
    }
}
