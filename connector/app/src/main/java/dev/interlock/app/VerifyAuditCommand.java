package dev.interlock.app;

import dev.interlock.store.AuditVerdict;
import dev.interlock.store.JdbcStagingStore;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Walks the chain of hashes over the whole audit. */
@Command(
        name = "verify-audit",
        description = "Prove that no row of the audit was changed, taken away or put in between.")
final class VerifyAuditCommand implements Callable<Integer> {

    @Mixin
    private Shared shared = new Shared();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (JdbcStagingStore store = Workshop.openStore(shared.configuration())) {
            AuditVerdict verdict = store.verifyAudit();
            PrintWriter out = spec.commandLine().getOut();
            Exit exit = switch (verdict) {
                case AuditVerdict.Intact intact -> {
                    out.println(
                            shared.json
                                    ? "{\"schema\":\"interlock/audit/v1\",\"intact\":true,\"rows\":" + intact.rows()
                                            + "}"
                                    : "the audit is intact: " + intact.rows() + " rows");
                    yield Exit.OK;
                }
                case AuditVerdict.Broken broken -> {
                    out.println(
                            shared.json
                                    ? "{\"schema\":\"interlock/audit/v1\",\"intact\":false,\"row\":" + broken.number()
                                            + "}"
                                    : "the audit is broken at row " + broken.number() + ": " + broken.why());
                    yield Exit.STORE;
                }
            };
            out.flush();
            return exit.code();
        }
    }
}
