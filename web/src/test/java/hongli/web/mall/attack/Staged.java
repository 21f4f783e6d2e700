package hongli.web.mall.attack;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/// Tests that share one cast.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Staged {
    Cast cast;

    @BeforeAll
    void open() {
        cast = new Cast();
    }

    @AfterAll
    void close() {
        cast.close();
    }
}
