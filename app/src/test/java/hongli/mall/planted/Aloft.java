package hongli.mall.planted;

/// Breaks the rule of the mall, so that it can be seen to catch it.
@SuppressWarnings("all")
public final class Aloft {
    public int reach() {
        return hongli.web.planted.Upwards.class.hashCode();
    }
}
