package hongli.web.problem;

import hongli.economy.command.HoldId;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.ValueFault;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One refusal of every kind there is, made from the sealed interface itself.
public final class Refusals {
    private static final Map<Class<?>, Object> VALUES = Map.of(
            MemberId.class, new MemberId("A"),
            OrderId.class, new OrderId("o1"),
            HoldId.class, new HoldId("h1"),
            Money.class, new Money(12_34),
            Points.class, new Points(5_000_000),
            PicoFen.class, PicoFen.of(new Money(7)),
            LocalDate.class, LocalDate.of(2026, 2, 28),
            String.class, "text");

    private Refusals() {}

    public static List<Refusal> all() {
        List<Refusal> all = new ArrayList<>();
        for (ValueFault fault : ValueFault.values()) {
            all.add(new Refusal.ValueUnsound("amount", fault, "text"));
        }
        for (Class<?> kind : Refusal.class.getPermittedSubclasses()) {
            if (kind != Refusal.ValueUnsound.class) {
                all.add(made(kind));
            }
        }
        return all;
    }

    private static Refusal made(Class<?> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types)
                .map(type -> Objects.requireNonNull(VALUES.get(type), type.getName()))
                .toArray();
        try {
            return (Refusal) kind.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(kind.getName(), e);
        }
    }
}
