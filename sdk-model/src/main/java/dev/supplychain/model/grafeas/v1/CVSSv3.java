package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Decimal;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A CVSS version 3 rating as vulnerability notes carry it: scores and base metrics.
 *
 * <p>Proto: {@code grafeas.v1.CVSSv3}.
 */
@Value.Immutable
@JsonDeserialize(builder = CVSSv3.Builder.class)
@JsonPropertyOrder({
    "baseScore",
    "exploitabilityScore",
    "impactScore",
    "attackVector",
    "attackComplexity",
    "privilegesRequired",
    "userInteraction",
    "scope",
    "confidentialityImpact",
    "integrityImpact",
    "availabilityImpact"
})
public interface CVSSv3 extends Message {
    /** Base score, from 0.0 to 10.0. */
    Optional<Decimal> baseScore();

    /** Exploitability part of the base score. */
    Optional<Decimal> exploitabilityScore();

    /** Impact part of the base score. */
    Optional<Decimal> impactScore();

    /** From how far away an attack can be carried out (AV). */
    @Value.Default
    default OpenEnum<AttackVector> attackVector() {
        return OpenEnum.of(AttackVector.ATTACK_VECTOR_UNSPECIFIED);
    }

    /** How hard an attack is (AC). */
    @Value.Default
    default OpenEnum<AttackComplexity> attackComplexity() {
        return OpenEnum.of(AttackComplexity.ATTACK_COMPLEXITY_UNSPECIFIED);
    }

    /** Which privileges an attacker needs beforehand (PR). */
    @Value.Default
    default OpenEnum<PrivilegesRequired> privilegesRequired() {
        return OpenEnum.of(PrivilegesRequired.PRIVILEGES_REQUIRED_UNSPECIFIED);
    }

    /** Whether somebody else must take part (UI). */
    @Value.Default
    default OpenEnum<UserInteraction> userInteraction() {
        return OpenEnum.of(UserInteraction.USER_INTERACTION_UNSPECIFIED);
    }

    /** Whether an attack reaches beyond the vulnerable component (S). */
    @Value.Default
    default OpenEnum<Scope> scope() {
        return OpenEnum.of(Scope.SCOPE_UNSPECIFIED);
    }

    /** Harm to confidentiality (C). */
    @Value.Default
    default OpenEnum<Impact> confidentialityImpact() {
        return OpenEnum.of(Impact.IMPACT_UNSPECIFIED);
    }

    /** Harm to integrity (I). */
    @Value.Default
    default OpenEnum<Impact> integrityImpact() {
        return OpenEnum.of(Impact.IMPACT_UNSPECIFIED);
    }

    /** Harm to availability (A). */
    @Value.Default
    default OpenEnum<Impact> availabilityImpact() {
        return OpenEnum.of(Impact.IMPACT_UNSPECIFIED);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** From how far away an attack can be carried out (AV). */
    enum AttackVector {
        /** Not given. */
        ATTACK_VECTOR_UNSPECIFIED,

        /** Over a network, possibly from anywhere. */
        ATTACK_VECTOR_NETWORK,

        /** From the same or a neighbouring network. */
        ATTACK_VECTOR_ADJACENT,

        /** With local access or through a local user. */
        ATTACK_VECTOR_LOCAL,

        /** With physical access. */
        ATTACK_VECTOR_PHYSICAL
    }

    /** How hard an attack is (AC). */
    enum AttackComplexity {
        /** Not given. */
        ATTACK_COMPLEXITY_UNSPECIFIED,

        /** Easy, with no special conditions. */
        ATTACK_COMPLEXITY_LOW,

        /** Hard, depending on circumstances beyond the attacker's control. */
        ATTACK_COMPLEXITY_HIGH
    }

    /** Which privileges an attacker needs beforehand (PR). */
    enum PrivilegesRequired {
        /** Not given. */
        PRIVILEGES_REQUIRED_UNSPECIFIED,

        /** None. */
        PRIVILEGES_REQUIRED_NONE,

        /** Those of an ordinary user. */
        PRIVILEGES_REQUIRED_LOW,

        /** Those of an administrator or similar. */
        PRIVILEGES_REQUIRED_HIGH
    }

    /** Whether somebody other than the attacker must take part (UI). */
    enum UserInteraction {
        /** Not given. */
        USER_INTERACTION_UNSPECIFIED,

        /** Nobody else is needed. */
        USER_INTERACTION_NONE,

        /** A user must do something. */
        USER_INTERACTION_REQUIRED
    }

    /** Whether an attack reaches beyond the vulnerable component (S). */
    enum Scope {
        /** Not given. */
        SCOPE_UNSPECIFIED,

        /** Only the same security authority is affected. */
        SCOPE_UNCHANGED,

        /** Components under another security authority are affected as well. */
        SCOPE_CHANGED
    }

    /** How much harm an attack does to confidentiality, integrity or availability. */
    enum Impact {
        /** Not given. */
        IMPACT_UNSPECIFIED,

        /** Great or total harm. */
        IMPACT_HIGH,

        /** Some harm. */
        IMPACT_LOW,

        /** No harm. */
        IMPACT_NONE
    }

    /** Builds a {@link CVSSv3}. */
    final class Builder extends ImmutableCVSSv3.Builder {
        Builder() {}

        /** Sets {@link CVSSv3#attackVector()} to a known constant. */
        public Builder attackVector(AttackVector attackVector) {
            return attackVector(OpenEnum.of(attackVector));
        }

        /** Sets {@link CVSSv3#attackComplexity()} to a known constant. */
        public Builder attackComplexity(AttackComplexity attackComplexity) {
            return attackComplexity(OpenEnum.of(attackComplexity));
        }

        /** Sets {@link CVSSv3#privilegesRequired()} to a known constant. */
        public Builder privilegesRequired(PrivilegesRequired privilegesRequired) {
            return privilegesRequired(OpenEnum.of(privilegesRequired));
        }

        /** Sets {@link CVSSv3#userInteraction()} to a known constant. */
        public Builder userInteraction(UserInteraction userInteraction) {
            return userInteraction(OpenEnum.of(userInteraction));
        }

        /** Sets {@link CVSSv3#scope()} to a known constant. */
        public Builder scope(Scope scope) {
            return scope(OpenEnum.of(scope));
        }

        /** Sets {@link CVSSv3#confidentialityImpact()} to a known constant. */
        public Builder confidentialityImpact(Impact confidentialityImpact) {
            return confidentialityImpact(OpenEnum.of(confidentialityImpact));
        }

        /** Sets {@link CVSSv3#integrityImpact()} to a known constant. */
        public Builder integrityImpact(Impact integrityImpact) {
            return integrityImpact(OpenEnum.of(integrityImpact));
        }

        /** Sets {@link CVSSv3#availabilityImpact()} to a known constant. */
        public Builder availabilityImpact(Impact availabilityImpact) {
            return availabilityImpact(OpenEnum.of(availabilityImpact));
        }
    }
}
