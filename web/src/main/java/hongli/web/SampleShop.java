package hongli.web;

import hongli.ledger.ProgrammeId;

/// A shop with orders to look at, which can be loaded at the push of a button. A port: `app` brings the shop.
@FunctionalInterface
public interface SampleShop {
    /// What was loaded.
    ///
    /// @param programme the programme that holds it
    /// @param commands how many commands it took
    record Loaded(ProgrammeId programme, int commands) {}

    /// Loads the shop; once loaded, loading it again changes nothing.
    Loaded load();
}
