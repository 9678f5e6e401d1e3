package dev.interlock.hubspot;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** What one exchange asks for: the endpoint's options, with the message's headers on top. */
record RequestOptions(
        HubSpotOperation operation,
        Optional<String> objectType,
        Optional<String> toObjectType,
        Optional<String> recordId,
        Optional<String> idProperty,
        Optional<String> propertyName,
        List<String> properties,
        List<String> propertiesWithHistory,
        List<String> associations,
        Optional<String> after,
        Optional<Integer> limit,
        boolean archived) {

    static RequestOptions of(HubSpotEndpoint endpoint, Message message) {
        String operation = message.getHeader(HubSpotConstants.OPERATION, String.class);
        return new RequestOptions(
                operation == null ? endpoint.getOperation() : HubSpotOperation.named(operation),
                text(message, HubSpotConstants.OBJECT_TYPE, endpoint.getObjectType()),
                text(message, HubSpotConstants.TO_OBJECT_TYPE, endpoint.getToObjectType()),
                text(message, HubSpotConstants.RECORD_ID, endpoint.getRecordId()),
                text(message, HubSpotConstants.ID_PROPERTY, endpoint.getIdProperty()),
                text(message, HubSpotConstants.PROPERTY_NAME, endpoint.getPropertyName()),
                list(message, HubSpotConstants.PROPERTIES, endpoint.getProperties()),
                list(message, HubSpotConstants.PROPERTIES_WITH_HISTORY, endpoint.getPropertiesWithHistory()),
                list(message, HubSpotConstants.ASSOCIATIONS, endpoint.getAssociations()),
                text(message, HubSpotConstants.AFTER, endpoint.getAfter()),
                number(message, endpoint.getLimit()),
                message.getHeader(HubSpotConstants.ARCHIVED, endpoint.isArchived(), Boolean.class));
    }

    private static Optional<String> text(Message message, String header, @Nullable String option) {
        String given = message.getHeader(header, String.class);
        return Optional.ofNullable(given == null ? option : given)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<Integer> number(Message message, @Nullable Integer option) {
        Integer given = message.getHeader(HubSpotConstants.LIMIT, Integer.class);
        return Optional.ofNullable(given == null ? option : given);
    }

    private static List<String> list(Message message, String header, @Nullable String option) {
        Object given = message.getHeader(header);
        if (given instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return split(given == null ? option : given.toString());
    }

    /** The parts of a comma-separated list, without blanks. */
    static List<String> split(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }
}
