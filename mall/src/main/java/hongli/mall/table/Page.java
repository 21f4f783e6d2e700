package hongli.mall.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Some items of a list, and where to go on.
///
/// @param next the cursor of the next page, where there is one
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }

    /// The same page of other things.
    public <U> Page<U> map(Function<T, U> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
