package io.fueloptimine.jobs.broker;

import java.nio.file.Path;

/**
 * The users of a broker that requires authentication. Such a broker listens with TLS only, so that
 * no password is sent without encryption.
 *
 * @param users the folder that contains one file {@code NAME.password} for each user
 * @param rights the file with the permissions of the users, in the format of Mosquitto's {@code
 *     acl_file}
 */
public record BrokerAccess(Path users, Path rights) {}
