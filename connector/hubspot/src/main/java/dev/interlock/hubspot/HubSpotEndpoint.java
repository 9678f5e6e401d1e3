package dev.interlock.hubspot;

import java.time.InstantSource;
import java.util.Map;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.jspecify.annotations.Nullable;

/** Read and write the records of a HubSpot CRM, and be told of records that changed. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "hubspot",
        title = "HubSpot",
        syntax = "hubspot:operation/objectType",
        category = {Category.CLOUD, Category.API},
        headersClass = HubSpotConstants.class)
public class HubSpotEndpoint extends ScheduledPollEndpoint implements AsyncEndpoint, EndpointServiceLocation {

    @UriPath(
            description = "What to do. The consumer knows search only.",
            enums = "get,list,create,update,archive,merge,gdprDelete,batchRead,batchCreate,batchUpdate,batchUpsert,"
                    + "batchArchive,search,associationsRead,associationsCreate,associationsCreateDefault,"
                    + "associationsArchive,associationsArchiveLabels,associationLabels,propertiesList,propertyGet,"
                    + "propertyCreate,pipelinesList,ownersList,accountInfo,apiUsage")
    @Metadata(required = true)
    private final HubSpotOperation operation;

    @UriPath(
            description = "The object type by name (contacts) or type id (0-1, 2-123); the 'from' side of associations."
                    + " Owners and accounts need none.")
    private @Nullable String objectType;

    @UriParam
    private HubSpotConfiguration configuration;

    @UriParam
    private HubSpotReading reading = new HubSpotReading();

    @UriParam(label = "producer", description = "The object type on the 'to' side of associations.")
    private @Nullable String toObjectType;

    @UriParam(label = "producer", description = "The record to act on: its id, or its value of idProperty.")
    private @Nullable String recordId;

    @UriParam(label = "producer", description = "The unique property by which records are named, if not by their id.")
    private @Nullable String idProperty;

    @UriParam(label = "producer", description = "The name of the property definition to read.")
    private @Nullable String propertyName;

    @UriParam(description = "The properties to return, comma separated.")
    private @Nullable String properties;

    @UriParam(label = "producer", description = "The properties to return with their history, comma separated.")
    private @Nullable String propertiesWithHistory;

    @UriParam(label = "producer", description = "The object types whose associated ids to return, comma separated.")
    private @Nullable String associations;

    @UriParam(label = "producer", description = "The cursor of the page to read.")
    private @Nullable String after;

    @UriParam(
            description = "The most rows in one page. HubSpot allows 100 when listing and 200 when searching; the"
                    + " consumer reads 200 unless told otherwise.")
    private @Nullable Integer limit;

    @UriParam(label = "producer", description = "Whether to read archived records only.")
    private boolean archived;

    private @Nullable HubSpotClient client;

    HubSpotEndpoint(
            String uri, HubSpotComponent component, HubSpotConfiguration configuration, HubSpotOperation operation) {
        super(uri, component);
        this.configuration = configuration;
        this.operation = operation;
    }

    /** Finds mistakes in the options when the endpoint is made rather than when it is first used. */
    void checkOptions() {
        Credentials.of(configuration);
        reading.startInstant();
    }

    @Override
    public Producer createProducer() {
        return new HubSpotProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (operation != HubSpotOperation.SEARCH || objectType == null || objectType.isEmpty()) {
            throw new IllegalArgumentException("A HubSpot consumer reads from hubspot:search/<objectType>, not from "
                    + "hubspot:" + operation + "/" + (objectType == null ? "" : objectType) + ".");
        }
        HubSpotConsumer consumer = new HubSpotConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    synchronized HubSpotClient client() {
        if (client == null) {
            client = ((HubSpotComponent) getComponent()).client(configuration);
        }
        return client;
    }

    CallPlanner planner() {
        return new CallPlanner(ApiPaths.of(configuration.getApiVersion()));
    }

    InstantSource clock() {
        return ((HubSpotComponent) getComponent()).clock();
    }

    /** What a message carries of a reply: the tree, or the text as it came if rawResponse is set. */
    @Nullable
    Object body(Reply reply) {
        return configuration.isRawResponse() ? reply.text() : reply.json().orElse(null);
    }

    /** Endpoints whose URIs look alike once credentials are masked are still two if their accounts differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof HubSpotEndpoint that
                && Credentials.of(configuration).equals(Credentials.of(that.configuration));
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUri();
    }

    @Override
    public String getServiceProtocol() {
        return "rest";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("apiVersion", configuration.getApiVersion());
    }

    public HubSpotOperation getOperation() {
        return operation;
    }

    public @Nullable String getObjectType() {
        return objectType;
    }

    public void setObjectType(@Nullable String objectType) {
        this.objectType = objectType;
    }

    public HubSpotReading getReading() {
        return reading;
    }

    public void setReading(HubSpotReading reading) {
        this.reading = reading;
    }

    public HubSpotConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(HubSpotConfiguration configuration) {
        this.configuration = configuration;
    }

    public @Nullable String getToObjectType() {
        return toObjectType;
    }

    public void setToObjectType(@Nullable String toObjectType) {
        this.toObjectType = toObjectType;
    }

    public @Nullable String getRecordId() {
        return recordId;
    }

    public void setRecordId(@Nullable String recordId) {
        this.recordId = recordId;
    }

    public @Nullable String getIdProperty() {
        return idProperty;
    }

    public void setIdProperty(@Nullable String idProperty) {
        this.idProperty = idProperty;
    }

    public @Nullable String getPropertyName() {
        return propertyName;
    }

    public void setPropertyName(@Nullable String propertyName) {
        this.propertyName = propertyName;
    }

    public @Nullable String getProperties() {
        return properties;
    }

    public void setProperties(@Nullable String properties) {
        this.properties = properties;
    }

    public @Nullable String getPropertiesWithHistory() {
        return propertiesWithHistory;
    }

    public void setPropertiesWithHistory(@Nullable String propertiesWithHistory) {
        this.propertiesWithHistory = propertiesWithHistory;
    }

    public @Nullable String getAssociations() {
        return associations;
    }

    public void setAssociations(@Nullable String associations) {
        this.associations = associations;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }

    public @Nullable Integer getLimit() {
        return limit;
    }

    public void setLimit(@Nullable Integer limit) {
        this.limit = limit;
    }

    public boolean isArchived() {
        return archived;
    }

    public void setArchived(boolean archived) {
        this.archived = archived;
    }
}
