package dev.interlock.routes.system;

import dev.interlock.deliver.Delivery;
import dev.interlock.mapping.Place;
import dev.interlock.plan.Write;
import dev.interlock.record.Observation;
import dev.interlock.record.RawFields;
import dev.interlock.record.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is handed over to a system: batches of writes of one kind, and questions about what became of them. */
public interface Outgoing {

    /** How many records one call takes at most. */
    int recordsPerCall(Write.Kind kind);

    /** The fewest calls that could deliver writes of one kind. */
    default long leastCalls(Write.Kind kind, List<Parcel> parcels) {
        return (parcels.size() + recordsPerCall(kind) - 1L) / recordsPerCall(kind);
    }

    /** The fewest calls in which so many records can be looked up, with these columns, if one call takes them. */
    default long leastCalls(Set<String> columns) {
        return 1;
    }

    /**
     * Carries out writes of one kind on one type. One outcome per parcel, in the same order; a call that fails as a whole
     * gives every parcel of that call the outcome that fits.
     */
    List<Delivery> deliver(Shipment shipment);

    /**
     * Looks records up as they are now, by id or else by our external key. One answer per address, in the same order: empty
     * if there is no such record.
     *
     * @throws Trouble if the system cannot be asked
     */
    List<Optional<Observation>> lookUp(Question question);

    /** Writes of one kind on one type. */
    record Shipment(RecordType type, Place place, Write.Kind kind, List<Parcel> parcels) {

        public Shipment {
            parcels = List.copyOf(parcels);
        }

        /** The same for some of the writes only. */
        public Shipment with(List<Parcel> some) {
            return new Shipment(type, place, kind, some);
        }
    }

    /**
     * One write.
     *
     * @param address whom it is for
     * @param columns what is written, in the system's terms; an empty text clears the column
     * @param before what the system was last seen to hold there, as far as that can be told in its terms
     */
    record Parcel(Address address, RawFields columns, RawFields before) {}

    /**
     * One record.
     *
     * @param id its id in the system, if it is known
     * @param externalKey our key, which the record carries if we created it
     */
    record Address(Optional<String> id, String externalKey) {}

    /** Records to be looked up. */
    record Question(RecordType type, Place place, Set<String> columns, List<Address> addresses) {

        public Question {
            columns = Set.copyOf(columns);
            addresses = List.copyOf(addresses);
        }
    }
}
