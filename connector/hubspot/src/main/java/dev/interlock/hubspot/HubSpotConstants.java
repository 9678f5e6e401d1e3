package dev.interlock.hubspot;

import org.apache.camel.spi.Metadata;

/** The message headers of the component. Those that say what to do win over the endpoint's options. */
public final class HubSpotConstants {

    @Metadata(label = "producer", description = "The operation to carry out", javaType = "String")
    public static final String OPERATION = "CamelHubSpotOperation";

    @Metadata(
            description =
                    "The object type, by name (contacts) or type id (0-1, 2-123); the 'from' side of associations",
            javaType = "String")
    public static final String OBJECT_TYPE = "CamelHubSpotObjectType";

    @Metadata(label = "producer", description = "The object type on the 'to' side of associations", javaType = "String")
    public static final String TO_OBJECT_TYPE = "CamelHubSpotToObjectType";

    @Metadata(
            description = "The record to act on: its id, or its value of the property that idProperty names. The "
                    + "consumer sets it to the id of the record in the body",
            javaType = "String")
    public static final String RECORD_ID = "CamelHubSpotRecordId";

    @Metadata(
            label = "producer",
            description = "The unique property by which the record is named, if not by its id",
            javaType = "String")
    public static final String ID_PROPERTY = "CamelHubSpotIdProperty";

    @Metadata(label = "producer", description = "The name of a property definition", javaType = "String")
    public static final String PROPERTY_NAME = "CamelHubSpotPropertyName";

    @Metadata(
            label = "producer",
            description = "The properties to return, comma separated or as a collection",
            javaType = "String")
    public static final String PROPERTIES = "CamelHubSpotProperties";

    @Metadata(
            label = "producer",
            description = "The properties to return with their history, comma separated or as a collection",
            javaType = "String")
    public static final String PROPERTIES_WITH_HISTORY = "CamelHubSpotPropertiesWithHistory";

    @Metadata(
            label = "producer",
            description = "The object types whose associated ids to return, comma separated or as a collection",
            javaType = "String")
    public static final String ASSOCIATIONS = "CamelHubSpotAssociations";

    @Metadata(label = "producer", description = "The cursor of the page to read", javaType = "String")
    public static final String AFTER = "CamelHubSpotAfter";

    @Metadata(label = "producer", description = "The most rows to return in one page", javaType = "Integer")
    public static final String LIMIT = "CamelHubSpotLimit";

    @Metadata(label = "producer", description = "Whether to read archived records only", javaType = "Boolean")
    public static final String ARCHIVED = "CamelHubSpotArchived";

    @Metadata(label = "producer", description = "The HTTP status of the answer", javaType = "Integer")
    public static final String STATUS = "CamelHubSpotStatus";

    @Metadata(
            label = "producer",
            description = "The cursor of the next page; absent when there is none",
            javaType = "String")
    public static final String NEXT_AFTER = "CamelHubSpotNextAfter";

    @Metadata(label = "producer", description = "The id by which HubSpot's support finds the call", javaType = "String")
    public static final String CORRELATION_ID = "CamelHubSpotCorrelationId";

    @Metadata(label = "producer", description = "Calls the account may make in a day", javaType = "Long")
    public static final String DAILY_LIMIT = "CamelHubSpotDailyLimit";

    @Metadata(
            label = "producer",
            description = "Calls left today; absent for OAuth apps and for searches",
            javaType = "Long")
    public static final String DAILY_REMAINING = "CamelHubSpotDailyRemaining";

    @Metadata(label = "producer", description = "The length of the burst interval in ms", javaType = "Long")
    public static final String INTERVAL_MILLISECONDS = "CamelHubSpotIntervalMilliseconds";

    @Metadata(label = "producer", description = "Calls allowed in one burst interval", javaType = "Long")
    public static final String INTERVAL_MAX = "CamelHubSpotIntervalMax";

    @Metadata(label = "producer", description = "Calls left in this burst interval", javaType = "Long")
    public static final String INTERVAL_REMAINING = "CamelHubSpotIntervalRemaining";

    @Metadata(
            label = "consumer",
            description = "When the record in the body last changed, as HubSpot wrote it (ISO-8601)",
            javaType = "String")
    public static final String UPDATED_AT = "CamelHubSpotUpdatedAt";

    @Metadata(
            label = "producer",
            description = "HubSpot's own time when it answered, to the second",
            javaType = "java.time.Instant")
    public static final String SERVER_TIME = "CamelHubSpotServerTime";

    private HubSpotConstants() {}
}
