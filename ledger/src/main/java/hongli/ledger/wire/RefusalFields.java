package hongli.ledger.wire;

import hongli.economy.command.HoldId;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.ValueFault;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Refusals as named texts: `code`, then every component of the record by its name.
///
/// All refusals are records of a few types that have one text each, so one reader and one writer serve them all: the
/// records of the sealed interface are the list of codes. The fault of an unsound value is its code and is not said
/// twice.
final class RefusalFields {
    private static final Map<String, Class<?>> BY_CODE = Arrays.stream(Refusal.class.getPermittedSubclasses())
            .filter(type -> type != Refusal.ValueUnsound.class)
            .collect(Collectors.toUnmodifiableMap(RefusalFields::code, type -> type));
    private static final Map<String, ValueFault> FAULTS =
            Arrays.stream(ValueFault.values()).collect(Collectors.toUnmodifiableMap(ValueFault::code, fault -> fault));

    private RefusalFields() {}

    static Map<String, String> of(Refusal refusal) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", refusal.code());
        for (RecordComponent component : refusal.getClass().getRecordComponents()) {
            if (component.getType() != ValueFault.class) {
                fields.put(component.getName(), String.valueOf(value(component, refusal)));
            }
        }
        return fields;
    }

    static Refusal parse(Map<String, ?> fields) {
        String code = String.valueOf(fields.get("code"));
        Class<?> type = FAULTS.containsKey(code) ? Refusal.ValueUnsound.class : BY_CODE.get(code);
        if (type == null) {
            throw new IllegalArgumentException("code must name a refusal: code=" + code);
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = parse(components[i], code, String.valueOf(fields.get(components[i].getName())));
        }
        return (Refusal) made(type, values);
    }

    private static Object parse(RecordComponent component, String code, String text) {
        return switch (component.getType().getSimpleName()) {
            case "MemberId" -> new MemberId(text);
            case "OrderId" -> new OrderId(text);
            case "HoldId" -> new HoldId(text);
            case "Money" -> new Money(Amounts.parse(text, 2).toLong());
            case "Points" -> new Points(Amounts.parse(text, 6).toLong());
            case "PicoFen" -> new PicoFen(Amounts.parse(text, 14));
            case "LocalDate" -> LocalDate.parse(text);
            case "String" -> text;
            case "ValueFault" -> fault(code);
            default -> throw new IllegalStateException("component must have a text form: component=" + component);
        };
    }

    private static ValueFault fault(String code) {
        ValueFault fault = FAULTS.get(code);
        if (fault == null) {
            throw new IllegalArgumentException("code must name a fault: code=" + code);
        }
        return fault;
    }

    /// The code is the record's name in small letters with underscores, which a test holds against every record.
    private static String code(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-zA-Z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object value(RecordComponent component, Refusal refusal) {
        try {
            return component.getAccessor().invoke(refusal);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("accessor must answer: component=" + component, e);
        }
    }

    private static Object made(Class<?> type, Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record must be made: type=" + type, e);
        }
    }
}
