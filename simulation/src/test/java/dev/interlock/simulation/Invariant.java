package dev.interlock.simulation;

/** What always holds, in the words of docs/explanation; {@link Watchdog} says how each is looked at. */
enum Invariant {
    S1(
            "lost update",
            "an observed user edit disappears only if superseded, decided by a rule or person, or kept in the inbox"),
    S2("fabrication", "every value written was observed in a system, or is the declared transform of observed values"),
    S3("disjoint merge", "edits to different fields on different systems both survive"),
    S4("ABA", "A, B, A on one side ends with A everywhere, with no skipped write recorded as done"),
    S5("create once", "at most one record is created per entity and system"),
    S6(
            "link uniqueness",
            "a system record belongs to one entity at most; an entity has one live shadow per system at most"),
    S7(
            "identity",
            "ambiguous or colliding matches never link by themselves; merges keep identity by alias and redirect"),
    S8("watermark coverage", "no record inside a covered interval is unread, unparked or unquarantined"),
    S9("quarantine isolation", "a failed record delays only its own later changes"),
    S10("lane order", "operations of one entity apply in their order, never two in flight"),
    S11("replay idempotence", "replaying twice has the same effect as once"),
    S12("stale replay", "a replay or late retry never overwrites a newer value"),
    S13("conflict stability", "a frozen field is not written by us until resolved; other fields go on"),
    S14("parent first", "no child is written with a reference to an unlinked parent"),
    S15("tombstone", "a deleted record is not re-created by sync"),
    S16("delete guard", "above the threshold no delete is issued; absence alone never deletes"),
    S17("base honesty", "a base equals a value that both sides were confirmed to hold"),
    S18("authority", "an unauthorised edit never becomes golden except through an explicit adopt"),
    S19(
            "lens laws",
            "GetPut and PutGet hold for every two-way operator: shown for all values by the law tests of the core"),
    S20("dry-run purity", "a dry run issues no write and changes no row"),
    S21("absent is not null", "a missing field never clears a value"),
    S22("audit completeness", "every effective write, decision and resolution has an audit row"),
    S23("rate limit", "calls never exceed the budget; Retry-After is honoured"),
    S24("determinism", "same seed, same trace"),
    L1("convergence", "without faults all systems and golden agree on every field that is not in the inbox"),
    L2("quiet rounds", "a round with no user edit writes nothing"),
    L3("bounded writes", "writes are at most a constant times the number of edits"),
    L4("parked work drains", "everything parked is done or visible in the inbox with a cause"),
    /** Not in the table: the engine threw something it should not have. */
    CRASH("no surprise", "the engine ends every run with a report or a reason");

    private final String title;
    private final String statement;

    Invariant(String title, String statement) {
        this.title = title;
        this.statement = statement;
    }

    String title() {
        return title;
    }

    String statement() {
        return statement;
    }
}
