/// The laws of the house. Nothing but `java.base` at run time: no clock, no chance, no input or output.
module hongli.economy {
    requires static transitive org.jspecify;

    exports hongli.economy;
    exports hongli.economy.command;
    exports hongli.economy.exact;
    exports hongli.economy.fact;
    exports hongli.economy.terms;
}
