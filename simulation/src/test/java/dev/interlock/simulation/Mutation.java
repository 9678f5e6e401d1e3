package dev.interlock.simulation;

import java.util.function.Supplier;

/** The known bugs of other synchronisers, put into our engine one by one: each must be noticed. */
enum Mutation {
    M1("ignore the rule of the field, use one for all", BadRules::oneForAll),
    M2("resolve per record instead of per field", BadPlans::wholeRecords),
    M3("skip a write whose payload was sent before, and count it as done", BadOutgoing::keyedByPayload),
    M4("drop changes whose stamp is not later than the last", BadArrivals::onlyLaterStamps),
    M5("not found deletes the others", BadPlans::missingIsDeleted),
    M6("no delete threshold", BadRules::noDeleteGuard),
    M7("blind create after a lost answer", BadOutgoing::createsBlindly),
    M8("write without looking first", BadOutgoing::writesWithoutLooking),
    M9("rebase all fields with each reading", BadPlans::rebasesEverything),
    M10("overwrite everything where there is no base", BadPlans::overwritesWithoutBase),
    M11("a conflict stops every write of the record", BadPlans::conflictsStopTheRecord),
    M12("absent is null", BadArrivals::absentIsNull),
    M13("create before recording an intent", BadStage::noIntentBeforeTheCall),
    M14("the watermark passes over failures", BadArrivals::passesOverFailures),
    M15("one id in two spellings is two records", BadArrivals::idsSpeltTwice),
    M16("treat the full state as all changed", BadStage::everythingChanged),
    M17("drop the contested field silently", BadPlans::dropsContestedFields),
    M18("keep the losing value and hear it again", BadArrivals::losersComeBack),
    M19("watermark is the newest stored stamp, with a default window", BadArrivals::defaultWindow),
    M20("an ambiguous match takes the first", BadStage::takesTheFirst),
    M21("an empty value becomes 0", BadOutgoing::blankIsNought),
    M22("write before the parent is linked", BadStage::orphansGo),
    M23("a blank overwrites a value", BadRules::blanksClear),
    M24("a changed key makes a second record", BadStage::keysAreIdentity),
    M25("roll back our row after the create was done", BadStage::rollsBackCreates),
    M26("store the watermark before the pages", BadStage::marksBeforeReading),
    M27("strictly greater, with a page limit, on equal stamps", BadArrivals::strictlyGreater),
    M28("the lock stays behind after a crash", BadStage::lockStaysBehind),
    M29("pass everything on that is heard, echoes too", BadPlans::passesEverythingOn),
    M30("a merge is taken for a deletion", BadArrivals::mergesAreDeletions),
    M31("what was refused once is never tried again", BadStage::neverRetriesRefused),
    M32("a link stays after its record was deleted", BadPlans::ghostsStay),
    M33("skip what failed as long as it looks the same", BadOutgoing::skipsWhatFailed),
    M34("a batch is good if one row is", BadOutgoing::oneGoodRowIsEnough),
    M35("double the quotes", BadOutgoing::doublesQuotes),
    M36("no overlap and no settle delay", BadRules::noPatience),
    M37("who may write is forgotten", BadRules::anybodyLater),
    M38("a late retry sends the stored body", BadOutgoing::retriesTheStoredBody),
    M39("a second record with the same key is dropped silently", BadStage::dropsLookalikes),
    M40("keep writing to a converted lead", BadArrivals::convertedLeadsLive);

    private final String bug;
    private final Supplier<Guise> guise;

    Mutation(String bug, Supplier<Guise> guise) {
        this.bug = bug;
        this.guise = guise;
    }

    String bug() {
        return bug;
    }

    /** The bug, for one run. */
    Guise guise() {
        return guise.get();
    }
}
