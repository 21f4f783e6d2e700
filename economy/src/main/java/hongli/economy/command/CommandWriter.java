package hongli.economy.command;

import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes a command as named fields: always the same fields in the same order for the same command.
public final class CommandWriter {
    private CommandWriter() {}

    /// The fields of `command`, `type` first; amounts in their full decimals. Reading them gives `command` back.
    public static Map<String, Object> fields(Command command) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", command.type());
        switch (command) {
            case Command.JoinMember join -> putJoin(fields, join);
            case Command.SettleOrder order -> putOrder(fields, order);
            case Command.ReverseOrder(var order) -> fields.put("order", order.text());
            case Command.RedeemPoints(var member, var points, var atLeast) ->
                putPoints(fields, member, points, atLeast);
            case Command.ConvertPoints(var member, var points, var atLeast) ->
                putPoints(fields, member, points, atLeast);
            case Command.SpendConstant spend -> putSpending(fields, spend);
            case Command.ExchangeConstant(var merchant, var amount) -> {
                fields.put("merchant", merchant.text());
                fields.put("amount", amount.toString());
            }
            case Command.WithdrawCash(var member, var amount) -> {
                fields.put("member", member.text());
                fields.put("amount", amount.toString());
            }
            case Command.HoldFunds hold -> putHold(fields, hold);
            case Command.CaptureFunds(var hold, var merchant) -> {
                fields.put("hold", hold.text());
                putId(fields, "merchant", merchant);
            }
            case Command.ReleaseFunds(var hold) -> fields.put("hold", hold.text());
            case Command.CloseDay(var date) -> fields.put("date", date.toString());
            case Command.CloseProgramme() -> {}
            case Command.Unsound unsound -> fields.putAll(new TreeMap<>(unsound.fields()));
        }
        return fields;
    }

    private static void putJoin(Map<String, Object> fields, Command.JoinMember join) {
        fields.put("member", join.member().text());
        putId(fields, "referrer", join.referrer());
        if (join.merchant()) {
            fields.put("merchant", true);
        }
    }

    private static void putSpending(Map<String, Object> fields, Command.SpendConstant spend) {
        fields.put("member", spend.member().text());
        fields.put("merchant", spend.merchant().text());
        fields.put("amount", spend.amount().toString());
    }

    private static void putOrder(Map<String, Object> fields, Command.SettleOrder order) {
        fields.put("order", order.order().text());
        fields.put("member", order.member().text());
        fields.put("amount", order.amount().toString());
        if (!order.base().equals(order.amount())) {
            fields.put("base", order.base().toString());
        }
    }

    private static void putPoints(Map<String, Object> fields, MemberId member, Points points, @Nullable Money atLeast) {
        fields.put("member", member.text());
        fields.put("points", points.toString());
        if (atLeast != null) {
            fields.put("atLeast", atLeast.toString());
        }
    }

    private static void putHold(Map<String, Object> fields, Command.HoldFunds hold) {
        fields.put("hold", hold.hold().text());
        fields.put("member", hold.member().text());
        fields.put("asset", hold.asset().word());
        fields.put("amount", hold.amount().toString());
    }

    private static void putId(Map<String, Object> fields, String name, @Nullable MemberId id) {
        if (id != null) {
            fields.put(name, id.text());
        }
    }
}
