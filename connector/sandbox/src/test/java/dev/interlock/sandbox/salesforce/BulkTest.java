package dev.interlock.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.salesforce.SalesforceClient.Answer;
import org.junit.jupiter.api.Test;

class BulkTest extends SalesforceTest {

    private static final String ASYNC = "/services/async/60.0/job";

    private String job(String operation) {
        return org.post(
                        "/jobs/ingest",
                        "{'object':'Account','operation':'" + operation + "','contentType':'CSV','lineEnding':'LF'}")
                .id();
    }

    private Answer run(String job, String csv) {
        org.raw("PUT", "/jobs/ingest/" + job + "/batches", csv, "Content-Type", "text/csv");
        return org.patch("/jobs/ingest/" + job, "{'state':'UploadComplete'}");
    }

    private String state(String job) {
        return org.get("/jobs/ingest/" + job).body().path("state").asText();
    }

    @Test
    void a_job_goes_from_open_to_complete_and_tells_of_each_row() {
        String job = job("insert");
        assertThat(state(job)).isEqualTo("Open");
        assertThat(run(job, "Name,Phone\nAlpha,1\n,2\n").body().path("state").asText())
                .isEqualTo("UploadComplete");
        assertThat(state(job)).isEqualTo("UploadComplete");
        assertThat(state(job)).isEqualTo("InProgress");
        Answer over = org.get("/jobs/ingest/" + job);

        assertThat(over.body().path("state").asText()).isEqualTo("JobComplete");
        assertThat(over.body().path("numberRecordsProcessed").asInt()).isEqualTo(2);
        assertThat(over.body().path("numberRecordsFailed").asInt()).isEqualTo(1);
        assertThat(org.text("/jobs/ingest/" + job + "/successfulResults"))
                .startsWith("\"sf__Id\",\"sf__Created\",\"Name\",\"Phone\"\n\"001")
                .endsWith(",\"true\",\"Alpha\",\"1\"\n");
        assertThat(org.text("/jobs/ingest/" + job + "/failedResults"))
                .endsWith("\"\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --\",\"\",\"2\"\n");
    }

    @Test
    void a_column_nobody_knows_fails_the_job_and_nothing_is_written() {
        String job = job("insert");
        run(job, "Name,Nonsense\nAlpha,1\n");
        state(job);
        state(job);
        Answer over = org.get("/jobs/ingest/" + job);

        assertThat(over.body().path("state").asText()).isEqualTo("Failed");
        assertThat(over.body().path("errorMessage").asText())
                .isEqualTo("InvalidBatch : Field name not found : Nonsense");
        assertThat(org.text("/jobs/ingest/" + job + "/unprocessedrecords"))
                .isEqualTo("\"Name\",\"Nonsense\"\n\"Alpha\",\"1\"\n");
        assertThat(org.query("SELECT COUNT() FROM Account")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isZero();
    }

    @Test
    void na_blanks_a_field_and_a_blank_cell_leaves_it() {
        String id = org.create("Account", "{'Name':'Alpha','Phone':'1','Fax':'2'}");
        run(job("update"), "Id,Phone,Fax\n" + id + ",#N/A,\n");

        assertThat(org.record("Account", id).path("Phone").isNull()).isTrue();
        assertThat(org.record("Account", id).path("Fax").asText()).isEqualTo("2");
    }

    @Test
    void an_aborted_job_takes_nothing_and_only_what_is_over_is_deleted() {
        String job = job("insert");
        assertThat(org.delete("/jobs/ingest/" + job).code()).isEqualTo("INVALIDJOBSTATE");
        assertThat(org.patch("/jobs/ingest/" + job, "{'state':'Aborted'}")
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("Aborted");
        assertThat(run(job, "Name\nAlpha\n").code()).isEqualTo("INVALIDJOBSTATE");
        assertThat(org.get("/jobs/ingest").body().path("records")).hasSize(1);
        assertThat(org.delete("/jobs/ingest/" + job).status()).isEqualTo(204);
        assertThat(org.get("/jobs/ingest/" + job).status()).isEqualTo(404);
    }

    @Test
    void a_query_job_gives_its_result_in_pieces() {
        org.create("Account", "{'Name':'Alpha'}");
        org.create("Account", "{'Name':'Be\\\"ta'}");
        String job = org.post("/jobs/query", "{'operation':'query','query':'SELECT Name FROM Account ORDER BY Name'}")
                .id();
        String at = "/jobs/query/" + job;
        assertThat(org.get(at + "/results").code()).isEqualTo("INVALIDJOBSTATE");
        org.get(at);
        org.get(at);
        assertThat(org.get(at).body().path("state").asText()).isEqualTo("JobComplete");

        var first = org.raw("GET", at + "/results?maxRecords=1", "");
        String locator = first.headers().firstValue("Sforce-Locator").orElse("");
        var second = org.raw("GET", at + "/results?locator=" + locator, "");

        assertThat(first.body()).isEqualTo("\"Name\"\n\"Alpha\"\n");
        assertThat(second.body()).isEqualTo("\"Name\"\n\"Be\"\"ta\"\n");
        assertThat(second.headers().firstValue("Sforce-Locator")).contains("null");
        assertThat(org.post("/jobs/query", "{'operation':'query','query':'SELECT COUNT(Id) FROM Account'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_older_api_takes_batches_and_answers_in_xml() {
        org.login();
        String session = org.token();
        String[] xml = {"X-SFDC-Session", session, "Content-Type", "application/xml"};
        String opened = org.raw(
                        "POST",
                        ASYNC,
                        "<jobInfo xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><operation>insert</operation>"
                                + "<object>Account</object><contentType>CSV</contentType></jobInfo>",
                        xml)
                .body();
        String job = opened.replaceAll("(?s).*?<id>(\\w+)</id>.*", "$1");
        String batches = ASYNC + "/" + job + "/batch";
        String added = org.raw("POST", batches, "Name\nAlpha\n", "X-SFDC-Session", session, "Content-Type", "text/csv")
                .body();
        String batch = added.replaceAll("(?s).*?<id>(\\w+)</id>.*", "$1");

        assertThat(added).contains("<state>Queued</state>");
        assertThat(org.raw("GET", batches + "/" + batch, "", xml).body()).contains("<state>InProgress</state>");
        assertThat(org.raw("GET", batches + "/" + batch, "", xml).body()).contains("<state>Completed</state>");
        assertThat(org.raw("GET", batches + "/" + batch + "/result", "", xml).body())
                .startsWith("\"Id\",\"Success\",\"Created\",\"Error\"\n\"001")
                .endsWith("\"true\",\"true\",\"\"\n");
        assertThat(org.raw("POST", batches, " ", xml).body()).contains("ClientInputError");
    }

    @Test
    void the_older_api_names_a_bad_session_in_its_own_way() {
        var answer = org.raw("POST", ASYNC, "<jobInfo/>", "X-SFDC-Session", "none", "Content-Type", "application/xml");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<exceptionCode>InvalidSessionId</exceptionCode>");
    }

    @Test
    void soap_gives_a_session_for_name_and_password_and_takes_it_back() {
        String body = "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body>"
                + "<login xmlns=\"urn:partner.soap.sforce.com\"><username>integration@example.com</username>"
                + "<password>%s</password></login></e:Body></e:Envelope>";
        String[] xml = {"Content-Type", "text/xml", "SOAPAction", "\"\""};
        String path = "/services/Soap/u/60.0";

        assertThat(org.raw("POST", path, body.formatted("wrong"), xml).body()).contains("sf:INVALID_LOGIN");
        String session = org.raw("POST", path, body.formatted("sandbox-password"), xml)
                .body()
                .replaceAll("(?s).*<sessionId>(.*)</sessionId>.*", "$1");
        assertThat(org.raw("GET", SalesforceClient.API + "/limits", "", "Authorization", "Bearer " + session)
                        .statusCode())
                .isEqualTo(200);
        assertThat(org.raw("POST", "/services/Soap/u/65.0", body.formatted("sandbox-password"), xml)
                        .body())
                .contains("UNSUPPORTED_API_VERSION");
    }

    @Test
    void who_the_token_speaks_for_is_told_at_its_identity() {
        String identity = org.get("").body().path("identity").asText();

        assertThat(identity).contains("/id/00D");
        assertThat(org.raw("GET", identity.replaceFirst("http://[^/]+", ""), "").body())
                .contains("\"username\":\"integration@example.com\"");
    }
}
