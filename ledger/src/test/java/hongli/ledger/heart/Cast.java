package hongli.ledger.heart;

import hongli.economy.model.EagerProgramme;
import hongli.economy.terms.Terms;
import hongli.ledger.journal.Journal;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What is played on a stage: all sound, or one of them with a fault planted in it.
///
/// @param rules the model of a programme
/// @param journal a server's journal on the database
record Cast(Function<Terms, EagerProgramme> rules, BiFunction<Disk, Meanwhile, Journal> journal) {
    static final Cast SOUND = new Cast(EagerProgramme::new, DiskJournal::new);
}
