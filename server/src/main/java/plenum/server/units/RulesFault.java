package plenum.server.units;

/**
 * What keeps a draft of rules from coming into force.
 *
 * @param path where, in the names of the schema: {@code ballots.matters.0.pass}
 */
record RulesFault(String path, Kind kind) {
    /** Sorts of faults. */
    enum Kind {
        /** Nobody says where the rule comes from. */
        CITATION_EMPTY,
        BEGINS_IN_PAST,
        /** More than all, or more than everybody. */
        SHARE_UNREACHABLE,
        /** A quorum is counted on the total number of members. */
        QUORUM_BASE,
        NAME_EMPTY,
        CODE_TWICE,
        NO_RESOLUTION,
        /** A matter of resolutions is decided openly, for and against. */
        RESOLUTION_FORM,
        /** The sheet of this kind has other options. */
        OPTIONS_UNFIT,
        LABEL_EMPTY,
        LABEL_TWICE,
        /** The sheet of this kind is not voted on in this form. */
        FORM_UNFIT,
        /** The tie rule does not fit the sheet or the body. */
        TIE_UNFIT,
        FINDING_OPTION,
        TOTAL_TWICE,
        MORE_THAN_MEMBERS,
        /** Nobody may vote for another in a council. */
        SUBSTITUTES_IN_COUNCIL,
        /** A council decides by its delegates; what is asked of units is decided openly and is no resolution. */
        UNITS_UNFIT
    }
}
