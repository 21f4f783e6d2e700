package hongli.mall.access;

import hongli.mall.refusal.General;
import hongli.mall.refusal.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Who asks for something.
public sealed interface Actor {
    /// Somebody who has not logged in.
    record Guest() implements Actor {}

    /// A customer.
    record Member(long id) implements Actor {}

    /// Somebody who works for a merchant, and for no other.
    record Clerk(long id, long merchant, Set<Permission> permissions, Optional<String> key) implements Actor {
        public Clerk {
            permissions = Set.copyOf(permissions);
        }

        public Clerk(long id, long merchant, Set<Permission> permissions) {
            this(id, merchant, permissions, Optional.empty());
        }
    }

    /// Somebody who runs the platform.
    record Operator(long id, Set<Permission> permissions, Optional<String> key) implements Actor {
        public Operator {
            permissions = Set.copyOf(permissions);
        }

        public Operator(long id, Set<Permission> permissions) {
            this(id, permissions, Optional.empty());
        }
    }

    /// The mall itself: a timer, a notification, a first start.
    record House() implements Actor {}

    /// The name of the access key by which a program asks in a worker's name; empty where people ask themselves.
    default Optional<String> key() {
        return Optional.empty();
    }

    /// As it stands in logs: `operator:3`.
    default String label() {
        return switch (this) {
            case Guest _ -> "guest";
            case Member member -> "member:" + member.id();
            case Clerk clerk -> "clerk:" + clerk.id();
            case Operator operator -> "operator:" + operator.id();
            case House _ -> "house";
        };
    }

    /// The operator who asks, if it is one who may.
    default Operator requireOperator(Permission permission) {
        return switch (this) {
            case Operator operator when operator.permissions().contains(permission) -> operator;
            case Operator _, Clerk _, Member _, House _ -> throw forbidden(permission);
            case Guest _ -> throw General.LOGIN_REQUIRED.with();
        };
    }

    /// The clerk who asks, if it is one who may.
    default Clerk requireClerk(Permission permission) {
        return switch (this) {
            case Clerk clerk when clerk.permissions().contains(permission) -> clerk;
            case Clerk _, Operator _, Member _, House _ -> throw forbidden(permission);
            case Guest _ -> throw General.LOGIN_REQUIRED.with();
        };
    }

    /// The member who asks.
    default Member requireMember() {
        return switch (this) {
            case Member member -> member;
            case Clerk _, Operator _, House _ -> throw General.NOT_PERMITTED.with("permission", "member");
            case Guest _ -> throw General.LOGIN_REQUIRED.with();
        };
    }

    private static Refusal forbidden(Permission permission) {
        return General.NOT_PERMITTED.with("permission", permission.name().toLowerCase(Locale.ROOT));
    }
}
