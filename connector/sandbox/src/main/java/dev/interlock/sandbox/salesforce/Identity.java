package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.sandbox.Call;
import dev.interlock.sandbox.Reply;

/** {@code /id/ORG/USER} and {@code /services/oauth2/userinfo}: who it is that a token speaks for. */
final class Identity {

    private final Org org;

    Identity(Org org) {
        this.org = org;
    }

    Reply answer(Call call) {
        return Json.reply(200, call.path().startsWith("/id/") ? identity(call) : userInfo(call));
    }

    private ObjectNode identity(Call call) {
        String user = Ids.text(Org.USER_PREFIX, Org.INTEGRATION_USER);
        if (!call.path().equals("/id/" + Org.ID + "/" + user)) {
            throw Refusal.of("NOT_FOUND", "Bad_Id");
        }
        ObjectNode identity = Json.object();
        // The service names itself by its login host, whatever address it was asked under.
        identity.put("id", "https://login.salesforce.com/id/" + Org.ID + "/" + user);
        identity.put("asserted_user", true);
        identity.put("user_id", user);
        identity.put("organization_id", Org.ID);
        identity.put("username", org.settings().username);
        identity.put("nick_name", "integration");
        identity.put("display_name", "Integration User");
        identity.put("email", org.settings().username);
        identity.put("email_verified", true);
        identity.put("first_name", "Integration");
        identity.put("last_name", "User");
        identity.put("timezone", "GMT");
        identity.set("photos", photos(call));
        identity.set("urls", urls(call));
        identity.setAll(user());
        identity.put("last_modified_date", Values.written(org.now()));
        identity.put("is_app_installed", true);
        return identity;
    }

    private ObjectNode user() {
        return Json.object()
                .put("active", org.settings().userActive)
                .put("user_type", "STANDARD")
                .put("language", "en_US")
                .put("locale", "en_US")
                .put("utcOffset", 0);
    }

    private static ObjectNode photos(Call call) {
        return Json.object()
                .put("picture", host(call) + "/profilephoto/005/F")
                .put("thumbnail", host(call) + "/profilephoto/005/T");
    }

    private static ObjectNode urls(Call call) {
        ObjectNode urls = Json.object();
        String soap = host(call) + "/services/Soap/";
        urls.put("enterprise", soap + "c/{version}/" + Ids.shortened(Org.ID));
        urls.put("metadata", soap + "m/{version}/" + Ids.shortened(Org.ID));
        urls.put("partner", soap + "u/{version}/" + Ids.shortened(Org.ID));
        String rest = host(call) + "/services/data/v{version}/";
        urls.put("rest", rest);
        urls.put("sobjects", rest + "sobjects/");
        urls.put("search", rest + "search/");
        urls.put("query", rest + "query/");
        urls.put("recent", rest + "recent/");
        urls.put("profile", host(call) + "/" + Ids.text(Org.USER_PREFIX, Org.INTEGRATION_USER));
        return urls;
    }

    private ObjectNode userInfo(Call call) {
        ObjectNode info = Json.object();
        info.put("sub", Login.identityUrl(call));
        info.put("user_id", Ids.text(Org.USER_PREFIX, Org.INTEGRATION_USER));
        info.put("organization_id", Org.ID);
        info.put("preferred_username", org.settings().username);
        info.put("nickname", "integration");
        info.put("name", "Integration User");
        info.put("email", org.settings().username);
        info.put("email_verified", true);
        info.put("given_name", "Integration");
        info.put("family_name", "User");
        info.put("zoneinfo", "GMT");
        info.set("urls", urls(call));
        info.setAll(user());
        return info;
    }

    private static String host(Call call) {
        return "http://" + call.header("host").orElse("localhost");
    }
}
