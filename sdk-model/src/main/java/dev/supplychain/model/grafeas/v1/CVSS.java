package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Decimal;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A CVSS rating in version 2, 3 or 4: scores and the metrics behind them. Which metrics are present depends on the
 * version.
 *
 * <p>Proto: {@code grafeas.v1.CVSS}.
 */
@Value.Immutable
@JsonDeserialize(builder = CVSS.Builder.class)
@JsonPropertyOrder({
    "baseScore",
    "exploitabilityScore",
    "impactScore",
    "attackVector",
    "attackComplexity",
    "authentication",
    "privilegesRequired",
    "userInteraction",
    "scope",
    "confidentialityImpact",
    "integrityImpact",
    "availabilityImpact",
    "attackRequirements",
    "exploitMaturity",
    "subsequentSystemAvailabilityImpact",
    "subsequentSystemConfidentialityImpact",
    "subsequentSystemIntegrityImpact",
    "vulnerableSystemAvailabilityImpact",
    "vulnerableSystemConfidentialityImpact",
    "vulnerableSystemIntegrityImpact"
})
public interface CVSS extends Message {
    /** Base score, from 0.0 to 10.0. */
    Optional<Decimal> baseScore();

    /** Exploitability part of the base score; absent for CVSS v4. */
    Optional<Decimal> exploitabilityScore();

    /** Impact part of the base score; absent for CVSS v4. */
    Optional<Decimal> impactScore();

    /** From how far away an attack can be carried out (AV; all versions). */
    @Value.Default
    default OpenEnum<AttackVector> attackVector() {
        return OpenEnum.of(AttackVector.ATTACK_VECTOR_UNSPECIFIED);
    }

    /** How hard an attack is (AC; all versions). */
    @Value.Default
    default OpenEnum<AttackComplexity> attackComplexity() {
        return OpenEnum.of(AttackComplexity.ATTACK_COMPLEXITY_UNSPECIFIED);
    }

    /** How often an attacker must log in (Au; version 2 only). */
    @Value.Default
    default OpenEnum<Authentication> authentication() {
        return OpenEnum.of(Authentication.AUTHENTICATION_UNSPECIFIED);
    }

    /** Which privileges an attacker needs beforehand (PR; versions 3 and 4). */
    @Value.Default
    default OpenEnum<PrivilegesRequired> privilegesRequired() {
        return OpenEnum.of(PrivilegesRequired.PRIVILEGES_REQUIRED_UNSPECIFIED);
    }

    /** Whether somebody else must take part (UI; versions 3 and 4). */
    @Value.Default
    default OpenEnum<UserInteraction> userInteraction() {
        return OpenEnum.of(UserInteraction.USER_INTERACTION_UNSPECIFIED);
    }

    /** Whether an attack reaches beyond the vulnerable component (S; version 3 only). */
    @Value.Default
    default OpenEnum<Scope> scope() {
        return OpenEnum.of(Scope.SCOPE_UNSPECIFIED);
    }

    /** Harm to confidentiality (C; versions 2 and 3). */
    @Value.Default
    default OpenEnum<Impact> confidentialityImpact() {
        return OpenEnum.of(Impact.IMPACT_UNSPECIFIED);
    }

    /** Harm to integrity (I; versions 2 and 3). */
    @Value.Default
    default OpenEnum<Impact> integrityImpact() {
        return OpenEnum.of(Impact.IMPACT_UNSPECIFIED);
    }

    /** Harm to availability (A; versions 2 and 3). */
    @Value.Default
    default OpenEnum<Impact> availabilityImpact() {
        return OpenEnum.of(Impact.IMPACT_UNSPECIFIED);
    }

    /** Conditions of deployment that an attack depends on (AT; version 4 only). */
    @Value.Default
    default OpenEnum<AttackRequirements> attackRequirements() {
        return OpenEnum.of(AttackRequirements.ATTACK_REQUIREMENTS_UNSPECIFIED);
    }

    /** How far exploitation has come (E; version 4 only). */
    @Value.Default
    default OpenEnum<ExploitMaturity> exploitMaturity() {
        return OpenEnum.of(ExploitMaturity.EXPLOIT_MATURITY_UNSPECIFIED);
    }

    /** Harm to availability of systems behind the vulnerable one (SA; version 4 only). */
    @Value.Default
    default OpenEnum<Impact> subsequentSystemAvailabilityImpact() {
        return OpenEnum.of(Impact.IMPACT_UNSPECIFIED);
    }

    /** Harm to confidentiality of systems behind the vulnerable one (SC; version 4 only). */
    @Value.Default
    default OpenEnum<Impact> subsequentSystemConfidentialityImpact() {
        return OpenEnum.of(Impact.IMPACT_UNSPECIFIED);
    }

    /** Harm to integrity of systems behind the vulnerable one (SI; version 4 only). */
    @Value.Default
    default OpenEnum<Impact> subsequentSystemIntegrityImpact() {
        return OpenEnum.of(Impact.IMPACT_UNSPECIFIED);
    }

    /** Harm to availability of the vulnerable system (VA; version 4 only). */
    @Value.Default
    default OpenEnum<Impact> vulnerableSystemAvailabilityImpact() {
        return OpenEnum.of(Impact.IMPACT_UNSPECIFIED);
    }

    /** Harm to confidentiality of the vulnerable system (VC; version 4 only). */
    @Value.Default
    default OpenEnum<Impact> vulnerableSystemConfidentialityImpact() {
        return OpenEnum.of(Impact.IMPACT_UNSPECIFIED);
    }

    /** Harm to integrity of the vulnerable system (VI; version 4 only). */
    @Value.Default
    default OpenEnum<Impact> vulnerableSystemIntegrityImpact() {
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

        /** With physical access; not in version 2. */
        ATTACK_VECTOR_PHYSICAL
    }

    /** How hard an attack is (AC). */
    enum AttackComplexity {
        /** Not given. */
        ATTACK_COMPLEXITY_UNSPECIFIED,

        /** Easy, with no special conditions. */
        ATTACK_COMPLEXITY_LOW,

        /** Hard, depending on circumstances beyond the attacker's control. */
        ATTACK_COMPLEXITY_HIGH,

        /** In between; version 2 only. */
        ATTACK_COMPLEXITY_MEDIUM
    }

    /** How often an attacker must log in (Au); version 2 only. */
    enum Authentication {
        /** Not given. */
        AUTHENTICATION_UNSPECIFIED,

        /** Twice or more. */
        AUTHENTICATION_MULTIPLE,

        /** Once. */
        AUTHENTICATION_SINGLE,

        /** Not at all. */
        AUTHENTICATION_NONE
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

        /** A user must do something; version 3 only. */
        USER_INTERACTION_REQUIRED,

        /** A user must take part unknowingly; version 4 only. */
        USER_INTERACTION_PASSIVE,

        /** A user must do something specific; version 4 only. */
        USER_INTERACTION_ACTIVE
    }

    /** Whether an attack reaches beyond the vulnerable component (S); version 3 only. */
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

        /** Great or total harm; versions 3 and 4. */
        IMPACT_HIGH,

        /** Some harm; versions 3 and 4. */
        IMPACT_LOW,

        /** No harm. */
        IMPACT_NONE,

        /** Some harm; version 2 only. */
        IMPACT_PARTIAL,

        /** Total harm; version 2 only. */
        IMPACT_COMPLETE
    }

    /** Conditions of deployment that an attack depends on (AT); version 4 only. */
    enum AttackRequirements {
        /** Not given. */
        ATTACK_REQUIREMENTS_UNSPECIFIED,

        /** The attack works in all or most deployments. */
        ATTACK_REQUIREMENTS_NONE,

        /** The attack needs certain conditions of deployment. */
        ATTACK_REQUIREMENTS_PRESENT
    }

    /** How far exploitation of a vulnerability has come (E); version 4 only. */
    enum ExploitMaturity {
        /** Not given. */
        EXPLOIT_MATURITY_UNSPECIFIED,

        /** Not assessed, which counts as the worst case. */
        EXPLOIT_MATURITY_NOT_DEFINED,

        /** Attacks or ready-made exploits are known. */
        EXPLOIT_MATURITY_ATTACKED,

        /** A proof of concept is public, but no attacks are known. */
        EXPLOIT_MATURITY_POC,

        /** Neither attacks nor proofs of concept are known. */
        EXPLOIT_MATURITY_UNREPORTED
    }

    /** Builds a {@link CVSS}. */
    final class Builder extends ImmutableCVSS.Builder {
        Builder() {}

        /** Sets {@link CVSS#attackVector()} to a known constant. */
        public Builder attackVector(AttackVector attackVector) {
            return attackVector(OpenEnum.of(attackVector));
        }

        /** Sets {@link CVSS#attackComplexity()} to a known constant. */
        public Builder attackComplexity(AttackComplexity attackComplexity) {
            return attackComplexity(OpenEnum.of(attackComplexity));
        }

        /** Sets {@link CVSS#authentication()} to a known constant. */
        public Builder authentication(Authentication authentication) {
            return authentication(OpenEnum.of(authentication));
        }

        /** Sets {@link CVSS#privilegesRequired()} to a known constant. */
        public Builder privilegesRequired(PrivilegesRequired privilegesRequired) {
            return privilegesRequired(OpenEnum.of(privilegesRequired));
        }

        /** Sets {@link CVSS#userInteraction()} to a known constant. */
        public Builder userInteraction(UserInteraction userInteraction) {
            return userInteraction(OpenEnum.of(userInteraction));
        }

        /** Sets {@link CVSS#scope()} to a known constant. */
        public Builder scope(Scope scope) {
            return scope(OpenEnum.of(scope));
        }

        /** Sets {@link CVSS#confidentialityImpact()} to a known constant. */
        public Builder confidentialityImpact(Impact confidentialityImpact) {
            return confidentialityImpact(OpenEnum.of(confidentialityImpact));
        }

        /** Sets {@link CVSS#integrityImpact()} to a known constant. */
        public Builder integrityImpact(Impact integrityImpact) {
            return integrityImpact(OpenEnum.of(integrityImpact));
        }

        /** Sets {@link CVSS#availabilityImpact()} to a known constant. */
        public Builder availabilityImpact(Impact availabilityImpact) {
            return availabilityImpact(OpenEnum.of(availabilityImpact));
        }

        /** Sets {@link CVSS#attackRequirements()} to a known constant. */
        public Builder attackRequirements(AttackRequirements attackRequirements) {
            return attackRequirements(OpenEnum.of(attackRequirements));
        }

        /** Sets {@link CVSS#exploitMaturity()} to a known constant. */
        public Builder exploitMaturity(ExploitMaturity exploitMaturity) {
            return exploitMaturity(OpenEnum.of(exploitMaturity));
        }

        /** Sets {@link CVSS#subsequentSystemAvailabilityImpact()} to a known constant. */
        public Builder subsequentSystemAvailabilityImpact(Impact subsequentSystemAvailabilityImpact) {
            return subsequentSystemAvailabilityImpact(OpenEnum.of(subsequentSystemAvailabilityImpact));
        }

        /** Sets {@link CVSS#subsequentSystemConfidentialityImpact()} to a known constant. */
        public Builder subsequentSystemConfidentialityImpact(Impact subsequentSystemConfidentialityImpact) {
            return subsequentSystemConfidentialityImpact(OpenEnum.of(subsequentSystemConfidentialityImpact));
        }

        /** Sets {@link CVSS#subsequentSystemIntegrityImpact()} to a known constant. */
        public Builder subsequentSystemIntegrityImpact(Impact subsequentSystemIntegrityImpact) {
            return subsequentSystemIntegrityImpact(OpenEnum.of(subsequentSystemIntegrityImpact));
        }

        /** Sets {@link CVSS#vulnerableSystemAvailabilityImpact()} to a known constant. */
        public Builder vulnerableSystemAvailabilityImpact(Impact vulnerableSystemAvailabilityImpact) {
            return vulnerableSystemAvailabilityImpact(OpenEnum.of(vulnerableSystemAvailabilityImpact));
        }

        /** Sets {@link CVSS#vulnerableSystemConfidentialityImpact()} to a known constant. */
        public Builder vulnerableSystemConfidentialityImpact(Impact vulnerableSystemConfidentialityImpact) {
            return vulnerableSystemConfidentialityImpact(OpenEnum.of(vulnerableSystemConfidentialityImpact));
        }

        /** Sets {@link CVSS#vulnerableSystemIntegrityImpact()} to a known constant. */
        public Builder vulnerableSystemIntegrityImpact(Impact vulnerableSystemIntegrityImpact) {
            return vulnerableSystemIntegrityImpact(OpenEnum.of(vulnerableSystemIntegrityImpact));
        }
    }
}
