package dev.interlock.sandbox.salesforce;

import java.util.Locale;

/** What a field holds, by the names that describe gives. Texts are kept as String, numbers as Double or Integer. */
enum FieldType {
    ID("tns:ID"),
    STRING("xsd:string"),
    TEXTAREA("xsd:string"),
    PICKLIST("xsd:string"),
    MULTIPICKLIST("xsd:string"),
    EMAIL("xsd:string"),
    PHONE("xsd:string"),
    URL("xsd:string"),
    REFERENCE("tns:ID"),
    BOOLEAN("xsd:boolean"),
    INT("xsd:int"),
    DOUBLE("xsd:double"),
    CURRENCY("xsd:double"),
    PERCENT("xsd:double"),
    DATE("xsd:date"),
    DATETIME("xsd:dateTime");

    private final String soapType;

    FieldType(String soapType) {
        this.soapType = soapType;
    }

    static FieldType named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("no such field type: " + name, unknown);
        }
    }

    String describeName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String soapType() {
        return soapType;
    }

    /** The word for it in messages: {@code xsd:string} is "string". */
    String plainName() {
        return this == ID || this == REFERENCE ? "id" : soapType.substring(soapType.indexOf(':') + 1);
    }

    boolean isText() {
        return soapType.equals("xsd:string");
    }

    boolean isId() {
        return this == ID || this == REFERENCE;
    }

    boolean isDecimal() {
        return soapType.equals("xsd:double");
    }
}
