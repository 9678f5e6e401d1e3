package dev.interlock.sandbox.hubspot;

/**
 * Who gave a property its value, as property histories tell it.
 *
 * @param type INTEGRATION, CRM_UI, IMPORT, MERGE_OBJECTS, CALCULATED
 * @param id the app's id, {@code userId:N}, or empty
 * @param label a name for people, or empty
 * @param userId the user, or 0 for none
 */
record Source(String type, String id, String label, long userId) {

    static final Source IMPORT = new Source("IMPORT", "", "Import", 0);
    static final Source MERGE = new Source("MERGE_OBJECTS", "", "", 0);
    static final Source CALCULATED = new Source("CALCULATED", "", "", 0);

    static Source app(String appId) {
        return new Source("INTEGRATION", appId, "", 0);
    }

    static Source user(long userId) {
        return new Source("CRM_UI", "userId:" + userId, "", userId);
    }
}
