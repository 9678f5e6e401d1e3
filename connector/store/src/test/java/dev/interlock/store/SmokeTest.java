package dev.interlock.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void opens() {
        try (var store = JdbcStagingStore.open("jdbc:h2:mem:smoke;write_delay=500", "sa", "")) {
            long open = store.inTransaction(s -> s.countConflicts());
            assertThat(open).isZero();
            assertThat(store.verifyAudit()).isEqualTo(new AuditVerdict.Intact(0));
        }
    }
}
