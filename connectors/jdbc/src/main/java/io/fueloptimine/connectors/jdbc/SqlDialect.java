package io.fueloptimine.connectors.jdbc;

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
                "unsupported JDBC URL (expected jdbc:h2: or jdbc:sqlserver:): " + url);
    }

    /** A column name, quoted where this database requires it. */
    abstract String quoted(String name);

    /** The text that names a table as the target of a MERGE statement. */
    abstract String mergeTarget(String table);

    String driverClass() {
        return driverClass;
    }

    /** The folder with the migrations of this database on the class path. */
    String migrations() {
        return migrations;
    }
}
