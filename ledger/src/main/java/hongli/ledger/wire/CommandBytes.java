package hongli.ledger.wire;

import hongli.economy.command.Asset;
import hongli.economy.command.Command;
import hongli.economy.command.HoldId;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Commands in few bytes, as the journal keeps them and as prints are taken of them: equal commands give equal bytes,
/// different ones different bytes.
///
/// First the type as a number that never changes its meaning; then texts with their length and amounts in seven bits a
/// byte. A command that no rule could accept is rare, and stays the JSON that it came as.
final class CommandBytes {
    private static final int JOIN = 1;
    private static final int SETTLE = 2;
    private static final int REVERSE = 3;
    private static final int REDEEM = 4;
    private static final int CONVERT = 5;
    private static final int SPEND = 6;
    private static final int EXCHANGE = 7;
    private static final int WITHDRAW = 8;
    private static final int HOLD = 9;
    private static final int CAPTURE = 10;
    private static final int RELEASE = 11;
    private static final int CLOSE_DAY = 12;
    private static final int CLOSE = 13;
    private static final int UNSOUND = 14;
    private static final List<Asset> ASSETS = List.of(Asset.CASH, Asset.CONSTANT);

    private CommandBytes() {}

    /// What the command names first, which often is its key too: an order, a hold or a member; empty where it names
    /// nothing.
    static String name(Command command) {
        return switch (command) {
            case Command.JoinMember(var member, var _, boolean _) -> member.text();
            case Command.SettleOrder(var order, var _, var _, var _) -> order.text();
            case Command.ReverseOrder(var order) -> order.text();
            case Command.RedeemPoints(var member, var _, var _) -> member.text();
            case Command.ConvertPoints(var member, var _, var _) -> member.text();
            case Command.SpendConstant(var member, var _, var _) -> member.text();
            case Command.ExchangeConstant(var merchant, var _) -> merchant.text();
            case Command.WithdrawCash(var member, var _) -> member.text();
            case Command.HoldFunds(var hold, var _, var _, var _) -> hold.text();
            case Command.CaptureFunds(var hold, var _) -> hold.text();
            case Command.ReleaseFunds(var hold) -> hold.text();
            case Command.CloseDay _, Command.CloseProgramme _, Command.Unsound _ -> "";
        };
    }

    static void write(Command command, ByteWriter out) {
        switch (command) {
            case Command.JoinMember join -> writeJoin(join, out);
            case Command.SettleOrder order -> writeOrder(order, out);
            case Command.ReverseOrder(var order) -> writeNamed(REVERSE, order.text(), out);
            case Command.RedeemPoints(var member, var points, var atLeast) -> {
                writeNamed(REDEEM, member.text(), out);
                writePoints(points, atLeast, out);
            }
            case Command.ConvertPoints(var member, var points, var atLeast) -> {
                writeNamed(CONVERT, member.text(), out);
                writePoints(points, atLeast, out);
            }
            case Command.SpendConstant(var member, var merchant, var amount) -> {
                writeNamed(SPEND, member.text(), out);
                out.writeText(merchant.text());
                out.writeNumber(amount.fen());
            }
            case Command.ExchangeConstant(var merchant, var amount) -> {
                writeNamed(EXCHANGE, merchant.text(), out);
                out.writeNumber(amount.fen());
            }
            case Command.WithdrawCash(var member, var amount) -> {
                writeNamed(WITHDRAW, member.text(), out);
                out.writeNumber(amount.fen());
            }
            case Command.HoldFunds hold -> writeHold(hold, out);
            case Command.CaptureFunds(var hold, var merchant) -> {
                writeNamed(CAPTURE, hold.text(), out);
                writeOptional(merchant, out);
            }
            case Command.ReleaseFunds(var hold) -> writeNamed(RELEASE, hold.text(), out);
            case Command.CloseDay(var date) -> {
                out.write(CLOSE_DAY);
                out.writeSigned(date.toEpochDay());
            }
            case Command.CloseProgramme() -> out.write(CLOSE);
            case Command.Unsound unsound -> writeNamed(UNSOUND, CommandJson.text(unsound), out);
        }
    }

    private static void writeNamed(int type, String name, ByteWriter out) {
        out.write(type);
        out.writeText(name);
    }

    private static void writeJoin(Command.JoinMember join, ByteWriter out) {
        writeNamed(JOIN, join.member().text(), out);
        writeOptional(join.referrer(), out);
        out.write(join.merchant() ? 1 : 0);
    }

    private static void writeOrder(Command.SettleOrder order, ByteWriter out) {
        writeNamed(SETTLE, order.order().text(), out);
        out.writeText(order.member().text());
        out.writeNumber(order.amount().fen());
        out.writeNumber(order.amount().fen() - order.base().fen());
    }

    private static void writeHold(Command.HoldFunds hold, ByteWriter out) {
        writeNamed(HOLD, hold.hold().text(), out);
        out.writeText(hold.member().text());
        out.write(ASSETS.indexOf(hold.asset()));
        out.writeNumber(hold.amount().fen());
    }

    private static void writePoints(Points points, @Nullable Money atLeast, ByteWriter out) {
        out.writeNumber(points.micro());
        out.write(atLeast == null ? 0 : 1);
        if (atLeast != null) {
            out.writeNumber(atLeast.fen());
        }
    }

    private static void writeOptional(@Nullable MemberId member, ByteWriter out) {
        out.write(member == null ? 0 : 1);
        if (member != null) {
            out.writeText(member.text());
        }
    }

    static Command read(ByteReader in) {
        int type = in.read();
        return switch (type) {
            case JOIN -> new Command.JoinMember(readMember(in), readOptional(in), in.read() == 1);
            case SETTLE -> readOrder(in);
            case REVERSE -> new Command.ReverseOrder(new OrderId(in.readText()));
            case REDEEM -> new Command.RedeemPoints(readMember(in), new Points(in.readNumber()), readAtLeast(in));
            case CONVERT -> new Command.ConvertPoints(readMember(in), new Points(in.readNumber()), readAtLeast(in));
            case SPEND -> new Command.SpendConstant(readMember(in), readMember(in), readMoney(in));
            case EXCHANGE -> new Command.ExchangeConstant(readMember(in), readMoney(in));
            case WITHDRAW -> new Command.WithdrawCash(readMember(in), readMoney(in));
            case HOLD -> new Command.HoldFunds(readHold(in), readMember(in), in.readChoice(ASSETS), readMoney(in));
            case CAPTURE -> new Command.CaptureFunds(readHold(in), readOptional(in));
            case RELEASE -> new Command.ReleaseFunds(readHold(in));
            case CLOSE_DAY -> new Command.CloseDay(FactReader.readDate(in));
            case CLOSE -> new Command.CloseProgramme();
            case UNSOUND -> CommandJson.parse(in.readText());
            default -> throw new IllegalArgumentException("type must be that of a command: type=" + type);
        };
    }

    private static Command readOrder(ByteReader in) {
        var order = new OrderId(in.readText());
        MemberId member = readMember(in);
        long amount = in.readNumber();
        return new Command.SettleOrder(order, member, new Money(amount), new Money(amount - in.readNumber()));
    }

    private static MemberId readMember(ByteReader in) {
        return new MemberId(in.readText());
    }

    private static HoldId readHold(ByteReader in) {
        return new HoldId(in.readText());
    }

    private static Money readMoney(ByteReader in) {
        return new Money(in.readNumber());
    }

    private static @Nullable Money readAtLeast(ByteReader in) {
        return in.read() == 0 ? null : readMoney(in);
    }

    private static @Nullable MemberId readOptional(ByteReader in) {
        return in.read() == 0 ? null : readMember(in);
    }
}
