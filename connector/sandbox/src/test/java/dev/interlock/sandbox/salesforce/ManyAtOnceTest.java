package dev.interlock.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyAtOnceTest extends SalesforceTest {

    @Test
    void upserts_of_one_external_id_from_many_sides_make_one_record() throws InterruptedException, ExecutionException {
        org.act("declare", "{'object':'Account','fields':[{'name':'Ext__c','unique':true,'externalId':true}]}");
        org.login();
        try (ExecutorService many = Executors.newFixedThreadPool(16)) {
            List<Future<Integer>> answers = IntStream.range(0, 64)
                    .mapToObj(number -> many.submit(
                            () -> org.patch("/sobjects/Account/Ext__c/same", "{'Name':'Side " + number + "'}")
                                    .status()))
                    .toList();

            int created = 0;
            for (Future<Integer> answer : answers) {
                created += answer.get() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        }
        assertThat(org.query("SELECT COUNT() FROM Account")
                        .body()
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
    }
}
