package hongli.app.serve;

import hongli.app.console.Complaint;
import hongli.mall.sandbox.Nature;
import java.util.Optional;

/// Decides what a mall is, from what it was begun as and what is asked for: a sandbox stays one for good, and what is
/// in earnest never becomes one.
final class Begun {
    private Begun() {}

    /// What the mall is from now on; [Nature#DEMO_BEGUN] where a demo is to be filled, from an empty place.
    ///
    /// @param kept what it was begun as, nothing where it was never opened
    /// @param wanted in earnest, as a sandbox, or as a demo
    /// @param used whether it has members
    static Nature as(Optional<Nature> kept, Nature wanted, boolean used) {
        // What was imported and never opened may still become a sandbox.
        boolean imported = used && wanted == Nature.SANDBOX;
        Nature before = kept.orElse(imported ? Nature.SANDBOX : Nature.EARNEST);
        require(before != Nature.DEMO_BEGUN || wanted == Nature.DEMO, broken());
        if (before == Nature.DEMO || before == Nature.DEMO_BEGUN) {
            return before;
        }
        require(wanted != Nature.DEMO || !used, notEmpty());
        require(before == Nature.SANDBOX || wanted == Nature.EARNEST || !used, earnest());
        return wanted == Nature.DEMO ? Nature.DEMO_BEGUN : before == Nature.SANDBOX ? Nature.SANDBOX : wanted;
    }

    private static void require(boolean holds, Complaint otherwise) {
        if (!holds) {
            throw otherwise;
        }
    }

    static Complaint notEmpty() {
        return Complaint.failure(
                "--demo 只填充空的地方，这里已有内容：请用 --data 另指一个目录",
                "--demo fills an empty place only, and there is something here: choose another --data");
    }

    private static Complaint earnest() {
        return Complaint.failure(
                "这个商城是正式的，已有会员，不能改成沙盒：请用 --data 另指一个目录",
                "this mall is in earnest and has members, it cannot become a sandbox: choose another --data");
    }

    private static Complaint broken() {
        return Complaint.failure(
                "这里的演示没有填充完：请用 serve --demo 重新填充，或用 --data 另指一个目录",
                "the demo here was not filled to its end: fill it anew by serve --demo, or choose another --data");
    }
}
