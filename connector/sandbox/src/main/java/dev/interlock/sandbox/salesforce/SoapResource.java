package dev.interlock.sandbox.salesforce;

import dev.interlock.sandbox.Call;
import dev.interlock.sandbox.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * {@code /services/Soap/u/NN.0} (partner) and {@code /services/Soap/c/NN.0} (enterprise): login, logout, who and when.
 *
 * <p>{@code login()} ended with version 64 (SOAP API developer guide). No other call is simulated.
 */
final class SoapResource {

    static final Pattern PATH = Pattern.compile("/services/Soap/([uc])/(\\d{1,2})\\.0(?:/\\w*)?");
    private static final int LAST_WITH_LOGIN = 64;

    private final Org org;
    private final Sessions sessions;

    SoapResource(Org org, Sessions sessions) {
        this.org = org;
        this.sessions = sessions;
    }

    Reply answer(Call call) {
        Optional<Element> envelope = Xml.read(call.text());
        Optional<Element> operation =
                envelope.flatMap(root -> Xml.find(root, "Body")).flatMap(Xml::firstChild);
        Matcher path = PATH.matcher(call.path());
        if (operation.isEmpty() || !path.matches()) {
            return fault("soapenv:Client", "content is not a SOAP envelope");
        }
        int version = Integer.parseInt(path.group(2));
        if (version < Resources.OLDEST || version > Resources.NEWEST) {
            return fault("sf:UNSUPPORTED_API_VERSION", "UNSUPPORTED_API_VERSION: Invalid Api version specified on URL");
        }
        String name = operation.get().getLocalName();
        if (name.equals("login")) {
            return version > LAST_WITH_LOGIN
                    ? fault("sf:UNSUPPORTED_API_VERSION", "UNSUPPORTED_API_VERSION: login() ended with version 64.0")
                    : login(call, operation.get());
        }
        return inSession(name, Xml.text(envelope.get(), "sessionId"));
    }

    private Reply inSession(String name, String session) {
        if (!sessions.valid(session, org.now())) {
            return fault(
                    "sf:INVALID_SESSION_ID",
                    "INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session");
        }
        return switch (name) {
            case "logout" -> {
                sessions.revoke(session);
                yield body("<logoutResponse/>");
            }
            case "getUserInfo" -> body("<getUserInfoResponse><result>" + user() + "</result></getUserInfoResponse>");
            case "getServerTimestamp" ->
                body("<getServerTimestampResponse><result>"
                        + Xml.element("timestamp", Values.written(org.now()).replace("+0000", "Z"))
                        + "</result></getServerTimestampResponse>");
            default -> fault("soapenv:Client", "No operation available for request {" + name + "}");
        };
    }

    private Reply login(Call call, Element login) {
        Settings settings = org.settings();
        boolean known = settings.userActive
                && Xml.text(login, "username").equals(settings.username)
                && Xml.text(login, "password").equals(settings.password);
        if (!known) {
            return fault(
                    "sf:INVALID_LOGIN",
                    "INVALID_LOGIN: Invalid username, password, security token; or user locked out.");
        }
        String host = "http://" + call.header("host").orElse("localhost");
        String server = host + call.path().replaceAll("(\\d+\\.0).*", "$1") + "/" + Ids.shortened(Org.ID);
        return body("<loginResponse><result>"
                + Xml.element("metadataServerUrl", server.replaceAll("/Soap/[uc]/", "/Soap/m/"))
                + Xml.element("passwordExpired", false)
                + Xml.element("sandbox", false)
                + Xml.element("serverUrl", server)
                + Xml.element("sessionId", sessions.open(org.now()))
                + Xml.element("userId", Ids.text(Org.USER_PREFIX, Org.INTEGRATION_USER))
                + "<userInfo>" + user() + "</userInfo></result></loginResponse>");
    }

    private String user() {
        return Xml.element("organizationId", Org.ID)
                + Xml.element("organizationName", "Sandbox")
                + Xml.element("sessionSecondsValid", org.settings().tokenLife.toSeconds())
                + Xml.element("userEmail", org.settings().username)
                + Xml.element("userFullName", "Integration User")
                + Xml.element("userId", Ids.text(Org.USER_PREFIX, Org.INTEGRATION_USER))
                + Xml.element("userLanguage", "en_US")
                + Xml.element("userLocale", "en_US")
                + Xml.element("userName", org.settings().username)
                + Xml.element("userTimeZone", "GMT")
                + Xml.element("userType", "Standard");
    }

    private static Reply body(String content) {
        return xml(200, envelope(content));
    }

    private static Reply fault(String code, String words) {
        return xml(
                500,
                envelope("<soapenv:Fault>" + Xml.element("faultcode", code) + Xml.element("faultstring", words)
                        + "</soapenv:Fault>"));
    }

    private static String envelope(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope"
                + " xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns=\"urn:partner.soap.sforce.com\""
                + " xmlns:sf=\"urn:fault.partner.soap.sforce.com\"><soapenv:Body>" + content
                + "</soapenv:Body></soapenv:Envelope>";
    }

    private static Reply xml(int status, String text) {
        return new Reply(
                status, Map.of("Content-Type", "text/xml;charset=UTF-8"), text.getBytes(StandardCharsets.UTF_8));
    }
}
