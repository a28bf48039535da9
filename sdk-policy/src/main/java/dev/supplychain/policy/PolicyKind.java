package dev.supplychain.policy;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;

/**
 * A kind of policies of your own, for what the Governor's kinds do not say.
 *
 * <pre>{@code
 * PolicySet.files().kind(new TwoReviewers()).add(Path.of("policies.yaml")).read();
 * }</pre>
 *
 * <p>Its documents look like the Governor's: {@code metadata} with name and labels, {@code spec} with {@code description},
 * {@code remediation}, {@code resultsLabels} and whatever the kind needs.
 */
public interface PolicyKind {
    /** The {@code apiVersion} of its documents, such as {@code policy.my-corp.com/v1}; not the Governor's. */
    String apiVersion();

    /** The {@code kind} of its documents. */
    String kind();

    /**
     * Makes a policy.
     *
     * @param spec the document's {@code spec}, without the members that every policy has
     * @throws MalformedDataException when it is not one; the place, a JSON pointer into the spec such as {@code /min},
     *     decides the line that the issue shows
     */
    Policy read(PolicyHeader header, Json spec);
}
