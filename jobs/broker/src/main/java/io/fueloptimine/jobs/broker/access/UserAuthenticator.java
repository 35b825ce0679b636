package io.fueloptimine.jobs.broker.access;

import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.MqttActivity;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Accepts clients with the name and password of a user, and gives them the permissions of the user.
 * Thread-safe.
 *
 * <p>The client identifier must be the name of the user, or begin with it and a dash: a client that
 * connects with the identifier of another client takes over its session and its messages.
 */
public final class UserAuthenticator implements SimpleAuthenticator {

    private final UserPasswords passwords;
    private final TopicRights rights;

    /**
     * @param users the folder with the passwords
     * @param rights the permissions of all users
     */
    public UserAuthenticator(Path users, TopicRights rights) {
        this.passwords = new UserPasswords(users);
        this.rights = rights;
    }

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        String user = input.getConnectPacket().getUserName().orElse("");
        byte[] password = input.getConnectPacket().getPassword().map(this::bytes).orElse(null);
        if (password == null || !passwords.accepts(user, password)) {
            output.failAuthentication(
                    ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD, "wrong user name or password");
            return;
        }
        if (!isOwn(input.getClientInformation().getClientId(), user)) {
            output.failAuthentication(
                    ConnackReasonCode.CLIENT_IDENTIFIER_NOT_VALID,
                    "the client identifier does not begin with the user name");
            return;
        }
        var permissions = output.getDefaultPermissions();
        permissions.setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
        rights.of(user).forEach(right -> permissions.add(permission(right)));
        output.authenticateSuccessfully();
    }

    static boolean isOwn(String clientId, String user) {
        return clientId.equals(user) || clientId.startsWith(user + "-");
    }

    private byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static TopicPermission permission(TopicRights.Right right) {
        MqttActivity activity =
                switch (right.activity()) {
                    case READ -> MqttActivity.SUBSCRIBE;
                    case WRITE -> MqttActivity.PUBLISH;
                    case READWRITE -> MqttActivity.ALL;
                };
        return Builders.topicPermission()
                .topicFilter(right.filter())
                .activity(activity)
                .type(TopicPermission.PermissionType.ALLOW)
                .build();
    }
}
