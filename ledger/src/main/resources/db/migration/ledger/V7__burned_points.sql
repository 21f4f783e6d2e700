-- The price history also tells what was burned by then: its runs are packed anew, and all of it is told again.
truncate hongli.projector, hongli.dividend, hongli.statement, hongli.price;
