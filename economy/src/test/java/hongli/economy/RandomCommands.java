package hongli.economy;

import hongli.economy.command.Asset;
import hongli.economy.command.Command;
import hongli.economy.command.HoldId;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.exact.Rate;
import hongli.economy.terms.Terms;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Commands as a lively programme would see them: most can be applied, some cannot.
///
/// Everything is drawn from one source of chance, so a seed tells one story only.
public final class RandomCommands {
    private final RandomGenerator random;
    private final Terms terms;
    private final RandomNames names;
    private final RandomAmounts amounts;
    private final List<OrderId> orders = new ArrayList<>();
    private final List<HoldId> holds = new ArrayList<>();
    private final int crowd;
    /// Of a hundred commands, those that settle orders and those that close days.
    private final int orderShare;

    private final int dayShare;
    private LocalDate day;

    /// Commands with amounts of the size that `amounts` draws, for a couple of dozen members.
    public RandomCommands(RandomGenerator random, Terms terms, RandomAmounts amounts) {
        this(random, terms, amounts, 1 + random.nextInt(25));
    }

    /// The same for at most `crowd` members and a few more.
    public RandomCommands(RandomGenerator random, Terms terms, RandomAmounts amounts, int crowd) {
        this.random = random;
        this.terms = terms;
        this.names = new RandomNames(random);
        this.amounts = amounts;
        this.crowd = crowd;
        this.orderShare = 20 + random.nextInt(40);
        this.dayShare = random.nextInt(4) == 0 ? 30 : 1 + random.nextInt(15);
        this.day = LocalDate.of(random.nextInt(10) == 0 ? 0 : 2026, 1, 1);
    }

    /// The next command, told with a view to what everybody holds now.
    public Command next(World world) {
        int members = world.holdings().size();
        if (members < 3 || members < crowd && random.nextInt(crowd) >= members / 2) {
            return join(world);
        }
        int die = random.nextInt(100);
        if (die < orderShare) {
            return settle(world);
        }
        if (die < orderShare + dayShare) {
            return closeDay();
        }
        return switch (random.nextInt(28)) {
            case 0 -> RandomFaults.command(random, names, world);
            case 1 -> join(world);
            case 2, 3, 4 -> reverse();
            case 5, 6, 7, 8, 9, 10, 11, 12, 13 -> points(world).orElseGet(() -> settle(world));
            default -> money(world).orElseGet(() -> settle(world));
        };
    }

    private Command join(World world) {
        boolean merchant = random.nextInt(4) == 0;
        MemberId referrer = world.holdings().isEmpty() || random.nextInt(4) == 0
                ? null
                : world.holdings().get(random.nextInt(world.holdings().size())).member();
        return new Command.JoinMember(names.newMember(), referrer, merchant);
    }

    private Command settle(World world) {
        OrderId order = random.nextInt(50) == 0 && !orders.isEmpty() ? one(orders) : names.newOrder();
        Money amount = amounts.order(random);
        long base = switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> random.nextLong(amount.fen() + 1);
            default -> amount.fen();
        };
        orders.add(order);
        return new Command.SettleOrder(order, one(world.holdings()).member(), amount, new Money(base));
    }

    private Command reverse() {
        if (orders.isEmpty() || random.nextInt(30) == 0) {
            return new Command.ReverseOrder(names.newOrder());
        }
        return new Command.ReverseOrder(random.nextInt(3) == 0 ? orders.getLast() : one(orders));
    }

    private Command closeDay() {
        if (random.nextInt(20) > 0) {
            day = day.plusDays(1 + random.nextInt(3) / 2);
        }
        return new Command.CloseDay(random.nextInt(40) == 0 ? day.minusDays(1) : day);
    }

    private Optional<Command> points(World world) {
        if (!terms.hasPool() && random.nextInt(20) > 0) {
            return Optional.empty();
        }
        return find(world, holding -> holding.points().micro() > 0).map(holding -> {
            Points points = part(holding.points());
            boolean redeemed = random.nextInt(5) < 3;
            Money atLeast = atLeast(world, points, redeemed);
            return redeemed
                    ? new Command.RedeemPoints(holding.member(), points, atLeast)
                    : new Command.ConvertPoints(holding.member(), points, atLeast);
        });
    }

    /// All of them, a part, one micro-point, or rarely one too many.
    private Points part(Points held) {
        return switch (random.nextInt(20)) {
            case 0 -> new Points(1);
            case 1 -> new Points(Math.min(held.micro() + 1, 1L << 62));
            case 2, 3, 4, 5, 6 -> held;
            default -> new Points(1 + random.nextLong(held.micro()));
        };
    }

    /// Now and then what is to be paid to the fen, or one fen more.
    private @Nullable Money atLeast(World world, Points points, boolean redeemed) {
        int die = random.nextInt(10);
        if (die > 1) {
            return null;
        }
        Price price = world.totals().price();
        BigInteger gross = Big.of(points).multiply(Big.of(price.fen())).divide(Big.of(price.micro()));
        Rate kept = new Rate(1_000_000 - terms.redemptionFee().millionths());
        BigInteger quote = redeemed ? gross.multiply(Big.of(kept.millionths())).divide(Big.MILLION) : gross;
        BigInteger asked = quote.add(Big.of(die)).max(BigInteger.ONE);
        return asked.bitLength() > 62 ? null : new Money(asked.longValueExact());
    }

    private Optional<Command> money(World world) {
        return switch (random.nextInt(7)) {
            case 0 ->
                find(world, RandomCommands::hasCash)
                        .map(holding -> new Command.WithdrawCash(
                                holding.member(), part(holding.cash().toMoney())));
            case 1 ->
                payment(world)
                        .map(holding ->
                                new Command.SpendConstant(holding.member(), merchant(world), part(holding.constant())));
            case 2 ->
                find(world, holding -> holding.merchant() && hasConstant(holding))
                        .map(holding -> new Command.ExchangeConstant(holding.member(), part(holding.constant())));
            case 3 -> find(world, RandomCommands::hasCash).map(holding -> hold(holding, Asset.CASH));
            case 4 -> payment(world).map(holding -> hold(holding, Asset.CONSTANT));
            case 5 -> hold().map(Command.ReleaseFunds::new);
            default ->
                hold().map(hold -> new Command.CaptureFunds(hold, random.nextInt(3) == 0 ? null : merchant(world)));
        };
    }

    private Optional<Holding> payment(World world) {
        return find(world, RandomCommands::hasConstant);
    }

    private static boolean hasCash(Holding holding) {
        return holding.cash().compareTo(PicoFen.of(new Money(1))) >= 0;
    }

    private static boolean hasConstant(Holding holding) {
        return holding.constant().fen() > 0;
    }

    private Command hold(Holding holding, Asset asset) {
        HoldId hold = random.nextInt(30) == 0 && !holds.isEmpty() ? one(holds) : names.newHold();
        holds.add(hold);
        Money most = asset == Asset.CASH ? holding.cash().toMoney() : holding.constant();
        return new Command.HoldFunds(hold, holding.member(), asset, part(most));
    }

    /// Mostly one of the latest, taken off the list unless it is to be used twice.
    private Optional<HoldId> hold() {
        if (holds.isEmpty()) {
            return Optional.empty();
        }
        HoldId hold = one(holds);
        if (random.nextInt(10) > 0) {
            holds.remove(hold);
        }
        return Optional.of(hold);
    }

    private MemberId merchant(World world) {
        return find(world, Holding::merchant)
                .filter(_ -> random.nextInt(20) > 0)
                .orElseGet(() -> one(world.holdings()))
                .member();
    }

    private Money part(Money most) {
        return switch (random.nextInt(12)) {
            case 0 -> new Money(1);
            case 1 -> new Money(Math.min(most.fen() + 1, 1L << 62));
            case 2, 3, 4 -> most;
            default -> new Money(1 + random.nextLong(most.fen()));
        };
    }

    private Optional<Holding> find(World world, Predicate<Holding> wanted) {
        List<Holding> found = world.holdings().stream().filter(wanted).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(one(found));
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
