package hongli.economy.terms;

/// One thing that is wrong with what was sent: where, what must hold, and what was found.
///
/// @param field the name of the parameter or field
/// @param code the stable name of the fault
/// @param expected what must hold, in a few words
/// @param found the value as it was given, shortened
public record Fault(String field, String code, String expected, String found) {
    private static final int SHOWN = 60;

    public Fault {
        found = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…";
    }
}
