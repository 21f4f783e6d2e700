package hongli.economy;

import hongli.economy.command.Asset;
import hongli.economy.command.Command;
import hongli.economy.command.HoldId;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Limits;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.ValueFault;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Commands that can hardly be applied: names nobody has, names twice, amounts nobody owns.
final class RandomFaults {
    private RandomFaults() {}

    static Command command(RandomGenerator random, RandomNames names, World world) {
        MemberId nobody = names.newMember();
        MemberId somebody =
                world.holdings().get(random.nextInt(world.holdings().size())).member();
        MemberId either = random.nextBoolean() ? nobody : somebody;
        Money much = new Money(random.nextBoolean() ? Limits.MONEY_FEN : 1 + random.nextInt(1000));
        HoldId hold = names.newHold();
        return switch (random.nextInt(14)) {
            case 0 -> new Command.JoinMember(somebody, null, false);
            case 1 -> new Command.JoinMember(nobody, nobody, false);
            case 2 -> new Command.SettleOrder(new OrderId(nobody.text()), nobody, much, much);
            case 3 -> new Command.RedeemPoints(either, new Points(Limits.POINTS_MICRO), null);
            case 4 -> new Command.ConvertPoints(either, new Points(Limits.POINTS_MICRO), much);
            case 5 -> new Command.SpendConstant(either, somebody, much);
            case 6 -> new Command.SpendConstant(somebody, either, much);
            case 7 -> new Command.ExchangeConstant(either, much);
            case 8 -> new Command.WithdrawCash(either, much);
            case 9 -> new Command.HoldFunds(hold, either, Asset.CASH, much);
            case 10 -> new Command.HoldFunds(hold, either, Asset.CONSTANT, much);
            case 11 -> new Command.CaptureFunds(hold, random.nextBoolean() ? null : either);
            case 12 -> new Command.ReleaseFunds(hold);
            default -> unsound(somebody);
        };
    }

    private static Command unsound(MemberId member) {
        return new Command.Unsound(
                "cash.withdrawn",
                Map.of("type", "cash.withdrawn", "member", member.text(), "amount", "0"),
                new Refusal.ValueUnsound("amount", ValueFault.NOT_POSITIVE, "0"));
    }
}
