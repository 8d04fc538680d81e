package org.vaksam.records.definition;

/** Whom a definition gives a record to: never a person by name, so that it survives every change of staff. */
public sealed interface Assignment {
    /** As it is told in the journal. */
    String name();

    /** Whoever has this role nearest to the record's unit and the least to do. */
    record ToRole(String role) implements Assignment {
        @Override
        public String name() {
            return role;
        }
    }

    /** A party of the record, see {@link Parties}. */
    record ToParty(String party) implements Assignment {
        @Override
        public String name() {
            return party;
        }
    }
}
