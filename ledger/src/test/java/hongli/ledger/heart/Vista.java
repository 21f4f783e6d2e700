package hongli.ledger.heart;

import hongli.economy.Holding;
import hongli.economy.Totals;
import hongli.economy.model.EagerProgramme;
import hongli.ledger.View;
import java.util.ArrayList;
import java.util.List;

/// All that can be seen of a programme at one position.
record Vista(long position, Totals totals, List<Holding> holdings) {
    static Vista of(View view) {
        Totals totals = view.totals();
        List<Holding> holdings = new ArrayList<>(totals.members());
        for (int number = 0; number < totals.members(); number++) {
            holdings.add(view.holding(number));
        }
        return new Vista(view.position(), totals, holdings);
    }

    static Vista of(EagerProgramme model, long position) {
        return new Vista(position, model.totals(), model.holdings());
    }
}
