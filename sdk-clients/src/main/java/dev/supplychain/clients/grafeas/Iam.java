package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.iam.v1.GetIamPolicyRequest;
import dev.supplychain.model.iam.v1.GetPolicyOptions;
import dev.supplychain.model.iam.v1.Policy;
import dev.supplychain.model.iam.v1.SetIamPolicyRequest;
import dev.supplychain.model.iam.v1.TestIamPermissionsRequest;
import dev.supplychain.model.iam.v1.TestIamPermissionsResponse;
import java.util.List;

/** Who may do what with a note or an occurrence. */
final class Iam {
    /** Older versions leave the conditions out, and writing such a policy back would drop them. */
    private static final int POLICY_WITH_CONDITIONS = 3;

    private static final GetIamPolicyRequest WHOLE_POLICY = GetIamPolicyRequest.builder()
            .options(GetPolicyOptions.builder()
                    .requestedPolicyVersion(POLICY_WITH_CONDITIONS)
                    .build())
            .build();

    private final Transport transport;
    private final Endpoint getPolicy;
    private final Endpoint setPolicy;
    private final Endpoint testPermissions;

    Iam(Transport transport, String version) {
        this.transport = transport;
        String resource = "/" + version + "/{resource}";
        this.getPolicy = Endpoint.query(resource + ":getIamPolicy");
        this.setPolicy = Endpoint.post(resource + ":setIamPolicy");
        this.testPermissions = Endpoint.query(resource + ":testIamPermissions");
    }

    Policy policy(String resource) {
        return transport.call(getPolicy.with(resource).json(ModelJson.write(WHOLE_POLICY)), Policy.class);
    }

    Policy setPolicy(String resource, Policy policy) {
        SetIamPolicyRequest body = SetIamPolicyRequest.builder().policy(policy).build();
        return transport.call(setPolicy.with(resource).json(ModelJson.write(body)), Policy.class);
    }

    List<String> testPermissions(String resource, List<String> permissions) {
        TestIamPermissionsRequest body =
                TestIamPermissionsRequest.builder().permissions(permissions).build();
        return transport
                .call(testPermissions.with(resource).json(ModelJson.write(body)), TestIamPermissionsResponse.class)
                .permissions();
    }
}
