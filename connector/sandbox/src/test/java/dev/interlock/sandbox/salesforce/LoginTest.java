package dev.interlock.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.salesforce.SalesforceClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class LoginTest extends SalesforceTest {

    private static final String CLIENT = "client_id=interlock&client_secret=sandbox-secret";

    @Test
    void client_credentials_give_a_token_with_everything_camel_reads_from_it() {
        Answer answer = org.login();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("instance_url").asText()).isEqualTo(org.url());
        assertThat(answer.body().path("id").asText()).matches(org.url() + "/id/00D\\w{15}/005\\w{15}");
        assertThat(answer.body().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.body().path("issued_at").asLong()).isEqualTo(org.now().toEpochMilli());
        assertThat(answer.body().path("signature").asText()).isNotBlank();
        assertThat(org.get("/limits").status()).isEqualTo(200);
    }

    @Test
    void password_and_refresh_token_grants_are_known_as_well() {
        assertThat(token("grant_type=password&" + CLIENT
                                + "&username=integration@example.com&password=sandbox-password")
                        .status())
                .isEqualTo(200);
        assertThat(token("grant_type=refresh_token&" + CLIENT + "&refresh_token=sandbox-refresh-token")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_signed_assertion_gives_a_token_while_its_time_runs() {
        assertThat(token(assertion(270)).status()).isEqualTo(200);
        assertThat(token(assertion(-1)).body().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(token(assertion(3600)).status()).isEqualTo(400);
    }

    private String assertion(long seconds) {
        String claims = "{\"iss\":\"interlock\",\"sub\":\"integration@example.com\",\"exp\":"
                + (org.now().getEpochSecond() + seconds) + "}";
        return "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }

    @Test
    void wrong_credentials_are_refused_with_400_and_a_reason() {
        Answer secret = token("grant_type=client_credentials&client_id=interlock&client_secret=wrong");
        Answer password = token("grant_type=password&" + CLIENT + "&username=integration@example.com&password=wrong");
        Answer unknown = token("grant_type=magic");

        assertThat(secret.status()).isEqualTo(400);
        assertThat(secret.body().path("error").asText()).isEqualTo("invalid_client");
        assertThat(secret.body().path("error_description").asText()).isEqualTo("invalid client credentials");
        assertThat(password.body().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(password.body().path("error_description").asText()).isEqualTo("authentication failure");
        assertThat(unknown.body().path("error").asText()).isEqualTo("unsupported_grant_type");
    }

    @Test
    void accepted_credentials_can_be_set() {
        org.act("settings", "{'clientId':'other','clientSecret':'s3cret'}");

        assertThat(token("grant_type=client_credentials&" + CLIENT).status()).isEqualTo(400);
        assertThat(token("grant_type=client_credentials&client_id=other&client_secret=s3cret")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_token_ends_when_its_life_is_over() {
        org.act("settings", "{'tokenTtlSeconds':60}");
        org.login();
        assertThat(org.get("/limits").status()).isEqualTo(200);

        org.pass(Duration.ofSeconds(61));

        Answer answer = org.get("/limits");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().toString())
                .isEqualTo("[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");
    }

    @Test
    void all_tokens_can_be_expired_at_once_and_a_new_login_helps() {
        org.login();
        org.act("settings", "{'expireTokens':true}");
        assertThat(org.get("/limits").status()).isEqualTo(401);

        org.login();
        assertThat(org.get("/limits").status()).isEqualTo(200);
    }

    @Test
    void a_revoked_token_is_dead() {
        org.login();
        assertThat(org.get("/services/oauth2/revoke?token=" + SalesforceClient.encoded(org.token()))
                        .status())
                .isEqualTo(200);
        assertThat(org.get("/limits").status()).isEqualTo(401);
        assertThat(org.form("/services/oauth2/revoke", "token=unknown").status())
                .isEqualTo(400);
    }

    @Test
    void the_list_of_versions_is_open_and_other_versions_are_not_found() {
        Answer versions = org.get("/services/data/");

        assertThat(versions.body().path(0).path("version").asText()).isEqualTo("31.0");
        assertThat(org.get("/services/data/v66.0/limits").status()).isEqualTo(200);
        assertThat(org.get("/services/data/v50.0/").body().path("sobjects").asText())
                .isEqualTo("/services/data/v50.0/sobjects");
        assertThat(org.get("/services/data/v30.0/limits").code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void every_answer_tells_the_use_of_the_day_and_the_limit_refuses_the_rest() {
        org.act("settings", "{'dailyLimit':2}");
        assertThat(org.get("/limits").header("Sforce-Limit-Info")).isEqualTo("api-usage=1/2");
        Answer second = org.get("/limits");
        assertThat(second.header("Sforce-Limit-Info")).isEqualTo("api-usage=2/2");
        assertThat(second.body().path("DailyApiRequests").path("Remaining").asInt())
                .isZero();

        Answer third = org.get("/limits");
        assertThat(third.status()).isEqualTo(403);
        assertThat(third.code()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
        assertThat(third.header("Retry-After")).isEmpty();

        org.pass(Duration.ofHours(24));
        org.login();
        assertThat(org.get("/limits").status()).isEqualTo(200);
    }

    @Test
    void the_date_header_is_the_clock_of_the_org_which_may_go_wrong() {
        org.act("settings", "{'clockSkewMillis':3600000}");

        assertThat(org.get("/limits").raw().headers().allValues("Date"))
                .containsExactly("Mon, 02 Mar 2026 09:00:00 GMT");
    }

    private Answer token(String form) {
        return org.form("/services/oauth2/token", form);
    }
}
