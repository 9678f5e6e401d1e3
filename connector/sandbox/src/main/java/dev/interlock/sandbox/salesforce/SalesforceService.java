package dev.interlock.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interlock.sandbox.Call;
import dev.interlock.sandbox.Reply;
import dev.interlock.sandbox.Service;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simulated Salesforce org with the usual sales objects, empty but for its users. */
public final class SalesforceService implements Service {

    private static final Pattern VERSIONED = Pattern.compile("(/services/data/v(\\d{1,3})\\.0)(?:/.*)?");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** One request at a time, so that each sees a whole state and can be undone. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Org org;
    private final Sessions sessions;
    private final Usage usage;
    private final Login login;
    private final Resources resources;
    private final HumanDoor human;
    private final SoapResource soap;
    private final AsyncResource async;

    private SalesforceService(InstantSource clock) {
        this.org = new Org(clock);
        this.sessions = new Sessions(org.settings());
        this.usage = new Usage(org.settings());
        this.login = new Login(org, sessions);
        this.resources = new Resources(org, usage);
        this.soap = new SoapResource(org, sessions);
        this.async = new AsyncResource(org);
        this.human = new HumanDoor(org, new Knobs(org, sessions, usage, resources.query()));
    }

    /**
     * An org with Account, Contact, Lead, Opportunity, OpportunityContactRole, RecordType and User as they come.
     *
     * @param clock gives every stamp, token life and daily limit its time
     */
    public static SalesforceService standard(InstantSource clock) {
        return new SalesforceService(clock);
    }

    @Override
    public String name() {
        return "salesforce";
    }

    @Override
    public Reply answer(Call call) {
        return inTurn(() -> dispatched(call).with("Date", HTTP_DATE.format(org.now())));
    }

    @Override
    public JsonNode act(String action, JsonNode arguments) {
        return inTurn(() -> human.act(action, arguments));
    }

    @Override
    public JsonNode dump() {
        return inTurn(() -> new Dump(org).all());
    }

    @Override
    public void reset() {
        inTurn(() -> {
            org.clear();
            usage.clear();
            return true;
        });
    }

    @Override
    public int load(String object, List<Map<String, String>> rows) {
        return inTurn(() -> new Loader(org).load(object, rows));
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            T done = work.get();
            org.journal().commit();
            return done;
        } finally {
            org.journal().rollBackTo(0);
            turn.unlock();
        }
    }

    private Reply dispatched(Call call) {
        if (Gate.tooLong(call)) {
            return Gate.refusal();
        }
        String path = call.path();
        if (path.equals("/services/oauth2/token")) {
            return login.token(call);
        }
        if (path.equals("/services/oauth2/revoke")) {
            return login.revoke(call);
        }
        if (path.matches("/services/data/?")) {
            return Json.reply(200, Resources.versions());
        }
        if (SoapResource.PATH.matcher(path).matches()) {
            return soap.answer(call);
        }
        try {
            return inside(call);
        } catch (Refusal refusal) {
            org.journal().rollBackTo(0);
            return limited(Json.refused(refusal));
        }
    }

    private Reply inside(Call call) {
        if (AsyncResource.PATH.matcher(call.path()).matches()) {
            return bulk(call);
        }
        if (call.path().startsWith("/id/") || call.path().equals("/services/oauth2/userinfo")) {
            checkToken(call);
            return new Identity(org).answer(call);
        }
        return versioned(call);
    }

    private Reply versioned(Call call) {
        checkToken(call);
        Matcher matcher = VERSIONED.matcher(call.path());
        int version = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        if (version < Resources.OLDEST || version > Resources.NEWEST) {
            throw Refusal.notFound();
        }
        usage.count(org.now());
        Gate.checkContentType(call);
        Ask ask = Ask.of(call, matcher.group(1), org.author(Author.Access.API));
        return limited(resources.answer(ask));
    }

    /** The older Bulk API has a session header of its own, and errors of its own. */
    private Reply bulk(Call call) {
        if (!sessions.valid(call.header("x-sfdc-session").orElse(""), org.now())) {
            boolean json = call.header("content-type").orElse("").contains("json");
            return new AsyncWriter(json ? AsyncJob.Format.JSON : AsyncJob.Format.CSV)
                    .refused(new AsyncRefusal("InvalidSessionId", "Invalid session id"));
        }
        usage.count(org.now());
        return limited(async.answer(call));
    }

    private Reply limited(Reply reply) {
        return reply.with("Sforce-Limit-Info", usage.header());
    }

    private void checkToken(Call call) {
        Optional<String> token = call.header("authorization")
                .filter(header -> header.startsWith("Bearer ") || header.startsWith("OAuth "))
                .map(header -> header.substring(header.indexOf(' ') + 1).strip());
        token = token.or(() -> call.parameter("oauth_token"));
        if (token.isEmpty() || !sessions.valid(token.get(), org.now())) {
            throw Refusal.of("INVALID_SESSION_ID", "Session expired or invalid");
        }
    }
}
