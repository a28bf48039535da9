package dev.supplychain.model.grafeas.v1;

/** The sort of a leaked secret. */
public enum SecretKind {
    /** Not given. */
    SECRET_KIND_UNSPECIFIED,

    /** A secret of unknown sort. */
    SECRET_KIND_UNKNOWN,

    /** Key of a Google Cloud service account. */
    SECRET_KIND_GCP_SERVICE_ACCOUNT_KEY,

    /** Google Cloud API key. */
    SECRET_KIND_GCP_API_KEY,

    /** OAuth 2 client credentials of Google Cloud. */
    SECRET_KIND_GCP_OAUTH2_CLIENT_CREDENTIALS,

    /** OAuth 2 access token of Google Cloud. */
    SECRET_KIND_GCP_OAUTH2_ACCESS_TOKEN,

    /** Anthropic API key for administration. */
    SECRET_KIND_ANTHROPIC_ADMIN_API_KEY,

    /** Anthropic API key. */
    SECRET_KIND_ANTHROPIC_API_KEY,

    /** Azure access token. */
    SECRET_KIND_AZURE_ACCESS_TOKEN,

    /** ID token of the Azure identity platform. */
    SECRET_KIND_AZURE_IDENTITY_TOKEN,

    /** Personal access token of Docker Hub. */
    SECRET_KIND_DOCKER_HUB_PERSONAL_ACCESS_TOKEN,

    /** Refresh token of a GitHub App. */
    SECRET_KIND_GITHUB_APP_REFRESH_TOKEN,

    /** Token of a GitHub App that acts for itself. */
    SECRET_KIND_GITHUB_APP_SERVER_TO_SERVER_TOKEN,

    /** Token of a GitHub App that acts for a user. */
    SECRET_KIND_GITHUB_APP_USER_TO_SERVER_TOKEN,

    /** Classic personal access token of GitHub. */
    SECRET_KIND_GITHUB_CLASSIC_PERSONAL_ACCESS_TOKEN,

    /** Fine-grained personal access token of GitHub. */
    SECRET_KIND_GITHUB_FINE_GRAINED_PERSONAL_ACCESS_TOKEN,

    /** OAuth token of GitHub. */
    SECRET_KIND_GITHUB_OAUTH_TOKEN,

    /** Hugging Face API key. */
    SECRET_KIND_HUGGINGFACE_API_KEY,

    /** OpenAI API key. */
    SECRET_KIND_OPENAI_API_KEY,

    /** Perplexity API key. */
    SECRET_KIND_PERPLEXITY_API_KEY,

    /** Secret key of Stripe. */
    SECRET_KIND_STRIPE_SECRET_KEY,

    /** Restricted key of Stripe. */
    SECRET_KIND_STRIPE_RESTRICTED_KEY,

    /** Webhook secret of Stripe. */
    SECRET_KIND_STRIPE_WEBHOOK_SECRET
}
