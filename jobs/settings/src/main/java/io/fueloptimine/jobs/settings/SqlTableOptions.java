package io.fueloptimine.jobs.settings;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import java.nio.file.Files;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The options of the SQL tables. */
public final class SqlTableOptions {

    public static final ConfigOption<String> URL =
            ConfigOptions.key("sql.url")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("The JDBC URL of SQL Server or H2.");

    public static final ConfigOption<String> USER =
            ConfigOptions.key("sql.user")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("The database user that writes the tables.");

    public static final ConfigOption<String> PASSWORD_FILE =
            ConfigOptions.key("sql.password-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "A file whose first line is the password, for the process that submits"
                                    + " the job and for the task managers.");

    /** All options of the SQL tables, in the order of the tables in the README files. */
    public static final List<ConfigOption<?>> ALL = List.of(URL, USER, PASSWORD_FILE);

    private SqlTableOptions() {}

    /**
     * Reads the connection to the database. If an option is faulty, this method returns null and
     * {@code arguments} records the fault.
     */
    public static SqlConnection connection(JobArguments arguments) {
        String url = arguments.text(URL);
        String user = arguments.text(USER);
        if (url == null || user == null) {
            arguments.file(PASSWORD_FILE, Files::readString);
            return null;
        }
        try {
            return arguments.file(
                    PASSWORD_FILE, file -> SqlConnection.withPasswordFile(url, user, file));
        } catch (IllegalArgumentException e) {
            arguments.addFault(URL.key() + ": " + e.getMessage());
            return null;
        }
    }
}
