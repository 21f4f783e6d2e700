package hongli.economy.model;

import static hongli.economy.model.Numbers.big;

import hongli.economy.command.Command;
import hongli.economy.fact.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Dividends of a day and the last day of a programme (sections 4 and 6).
final class EagerDays {
    private final EagerBooks books;
    private final EagerSales sales;

    EagerDays(EagerBooks books, EagerSales sales) {
        this.books = books;
        this.sales = sales;
    }

    Optional<Refusal> close(Command.CloseDay command) {
        if (books.lastDay != null && !command.date().isAfter(books.lastDay)) {
            return Optional.of(new Refusal.DayNotLater(command.date(), books.lastDay));
        }
        books.lastDay = command.date();
        books.daysClosed++;
        shareFunds();
        return Optional.empty();
    }

    private void shareFunds() {
        int tiers = books.terms.tierThresholds().size();
        BigInteger part = tiers == 0 ? BigInteger.ZERO : books.tierFund.divide(big(tiers));
        List<Integer> shared = new ArrayList<>();
        for (int tier = 1; tier <= tiers; tier++) {
            books.tierFund = books.tierFund.subtract(part);
            if (eligible(tier).isEmpty()) {
                books.fixedFund = books.fixedFund.add(part);
            } else {
                shared.add(tier);
            }
        }
        List<EagerMember> holders = books.membersById.stream()
                .filter(member -> member.hasQuota() && member.points.signum() > 0)
                .toList();
        books.fixedFund = share(books.fixedFund, holders, member -> member.points);
        for (int tier : shared) {
            books.tierFund = books.tierFund.add(share(part, eligible(tier), _ -> BigInteger.ONE));
        }
    }

    private List<EagerMember> eligible(int tier) {
        return books.membersById.stream()
                .filter(member -> member.hasQuota() && member.tier >= tier)
                .toList();
    }

    /// Shares `fund` under quotas and says what could not be shared.
    private static BigInteger share(
            BigInteger fund, List<EagerMember> members, Function<EagerMember, BigInteger> weight) {
        List<EagerMember> waiting = new ArrayList<>(members);
        waiting.sort(Comparator.comparing(
                (EagerMember m) -> m,
                (one, other) ->
                        one.quota.multiply(weight.apply(other)).compareTo(other.quota.multiply(weight.apply(one)))));
        BigInteger left = fund;
        BigInteger weights = waiting.stream().map(weight).reduce(BigInteger.ZERO, BigInteger::add);
        while (!waiting.isEmpty()) {
            EagerMember first = waiting.getFirst();
            BigInteger each = left.divide(weights);
            if (first.quota.compareTo(weight.apply(first).multiply(each)) > 0) {
                break;
            }
            waiting.removeFirst();
            left = left.subtract(first.quota);
            weights = weights.subtract(weight.apply(first));
            pay(first, first.quota);
        }
        BigInteger each = waiting.isEmpty() ? BigInteger.ZERO : left.divide(weights);
        for (EagerMember member : waiting) {
            BigInteger given = weight.apply(member).multiply(each);
            left = left.subtract(given);
            pay(member, given);
        }
        return Numbers.notNegative(left);
    }

    private static void pay(EagerMember member, BigInteger dividend) {
        member.cash = member.cash.add(dividend);
        member.quota = Numbers.notNegative(member.quota.subtract(dividend));
    }

    void windUp() {
        books.holds.values().stream().filter(hold -> !hold.ended).forEach(EagerHold::release);
        shareFunds();
        sales.sell();
        BigInteger paid = BigInteger.ZERO;
        List<BigInteger> values = books.membersById.stream()
                .map(member -> books.value(member.points).add(member.constant))
                .toList();
        for (int i = 0; i < values.size(); i++) {
            EagerMember member = books.membersById.get(i);
            member.receiveFen(values.get(i));
            paid = paid.add(values.get(i));
            member.points = BigInteger.ZERO;
            member.quota = BigInteger.ZERO;
            member.constant = BigInteger.ZERO;
        }
        books.pool = books.pool.subtract(paid);
        books.burned = books.burned.add(books.circulating);
        books.circulating = BigInteger.ZERO;
        books.treasury = BigInteger.ZERO;
        books.constants = BigInteger.ZERO;
        books.settleDown();
        books.residual = books.residual.add(books.fixedFund).add(books.tierFund);
        books.fixedFund = BigInteger.ZERO;
        books.tierFund = BigInteger.ZERO;
        books.closed = true;
    }
}
