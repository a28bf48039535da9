package dev.supplychain.model.grafeas.v1beta1.secret;

/** Sorts of credentials that the scanner recognises. */
public enum SecretKind {
    /** Not set. */
    SECRET_KIND_UNSPECIFIED,

    /** Credential of unknown sort. */
    SECRET_KIND_UNKNOWN,

    /** Google Cloud service account key. */
    SECRET_KIND_GCP_SERVICE_ACCOUNT_KEY,

    /** Google Cloud API key. */
    SECRET_KIND_GCP_API_KEY,

    /** Google Cloud OAuth 2.0 client ID and secret. */
    SECRET_KIND_GCP_OAUTH2_CLIENT_CREDENTIALS,

    /** Google Cloud OAuth 2.0 access token. */
    SECRET_KIND_GCP_OAUTH2_ACCESS_TOKEN,

    /** Anthropic API key with administrator rights. */
    SECRET_KIND_ANTHROPIC_ADMIN_API_KEY,

    /** Anthropic API key. */
    SECRET_KIND_ANTHROPIC_API_KEY,

    /** Azure access token. */
    SECRET_KIND_AZURE_ACCESS_TOKEN,

    /** ID token of the Azure identity platform. */
    SECRET_KIND_AZURE_IDENTITY_TOKEN,

    /** Docker Hub personal access token. */
    SECRET_KIND_DOCKER_HUB_PERSONAL_ACCESS_TOKEN,

    /** Refresh token of a GitHub App. */
    SECRET_KIND_GITHUB_APP_REFRESH_TOKEN,

    /** Installation token of a GitHub App. */
    SECRET_KIND_GITHUB_APP_SERVER_TO_SERVER_TOKEN,

    /** User token of a GitHub App. */
    SECRET_KIND_GITHUB_APP_USER_TO_SERVER_TOKEN,

    /** Classic GitHub personal access token. */
    SECRET_KIND_GITHUB_CLASSIC_PERSONAL_ACCESS_TOKEN,

    /** Fine-grained GitHub personal access token. */
    SECRET_KIND_GITHUB_FINE_GRAINED_PERSONAL_ACCESS_TOKEN,

    /** GitHub OAuth token. */
    SECRET_KIND_GITHUB_OAUTH_TOKEN,

    /** Hugging Face API key. */
    SECRET_KIND_HUGGINGFACE_API_KEY,

    /** OpenAI API key. */
    SECRET_KIND_OPENAI_API_KEY,

    /** Perplexity API key. */
    SECRET_KIND_PERPLEXITY_API_KEY,

    /** Stripe secret key. */
    SECRET_KIND_STRIPE_SECRET_KEY,

    /** Stripe key with restricted rights. */
    SECRET_KIND_STRIPE_RESTRICTED_KEY,

    /** Stripe webhook secret. */
    SECRET_KIND_STRIPE_WEBHOOK_SECRET
}
