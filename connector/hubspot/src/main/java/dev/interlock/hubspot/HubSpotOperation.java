package dev.interlock.hubspot;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an endpoint does with HubSpot. The text form, used in URIs and headers, is lower camel case. */
public enum HubSpotOperation {
    GET("get", ""),
    LIST("list", ""),
    CREATE("create", ""),
    UPDATE("update", ""),
    ARCHIVE("archive", ""),
    MERGE("merge", "merge"),
    GDPR_DELETE("gdprDelete", "gdpr-delete"),
    BATCH_READ("batchRead", "batch/read"),
    BATCH_CREATE("batchCreate", "batch/create"),
    BATCH_UPDATE("batchUpdate", "batch/update"),
    BATCH_UPSERT("batchUpsert", "batch/upsert"),
    BATCH_ARCHIVE("batchArchive", "batch/archive"),
    SEARCH("search", "search"),
    ASSOCIATIONS_READ("associationsRead", "batch/read"),
    ASSOCIATIONS_CREATE("associationsCreate", "batch/create"),
    ASSOCIATIONS_CREATE_DEFAULT("associationsCreateDefault", "batch/associate/default"),
    ASSOCIATIONS_ARCHIVE("associationsArchive", "batch/archive"),
    ASSOCIATIONS_ARCHIVE_LABELS("associationsArchiveLabels", "batch/labels/archive"),
    ASSOCIATION_LABELS("associationLabels", "labels"),
    PROPERTIES_LIST("propertiesList", ""),
    PROPERTY_GET("propertyGet", ""),
    PROPERTY_CREATE("propertyCreate", ""),
    PIPELINES_LIST("pipelinesList", ""),
    OWNERS_LIST("ownersList", ""),
    ACCOUNT_INFO("accountInfo", "details"),
    API_USAGE("apiUsage", "api-usage/daily/private-apps");

    private final String text;
    private final String action;

    HubSpotOperation(String text, String action) {
        this.text = text;
        this.action = action;
    }

    /**
     * Reads an operation's name. {@code batchRead}, {@code batch-read} and {@code BATCH_READ} are the same operation.
     *
     * @throws IllegalArgumentException if there is no such operation; the message lists those that exist
     */
    public static HubSpotOperation named(String name) {
        String wanted = name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(operation -> operation.text.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no HubSpot operation '" + name + "'. Use one of: "
                                + Arrays.stream(values())
                                        .map(HubSpotOperation::toString)
                                        .collect(Collectors.joining(", "))));
    }

    /** The last part of the operation's path; empty where the path names a thing alone. */
    String action() {
        return action;
    }

    /** Whether an answer speaks of many rows, each of which may have failed on its own. */
    boolean isBatch() {
        return action.startsWith("batch/");
    }

    /** The name as URIs and headers spell it. */
    @Override
    public String toString() {
        return text;
    }
}
