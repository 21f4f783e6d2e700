package hongli.web.mall;

import hongli.web.mall.people.PeopleWiring;
import hongli.web.mall.trade.TradeWiring;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All endpoints of the mall: each subject wires its own.
@Configuration(proxyBeanMethods = false)
@Import({
    PeopleWiring.class, //
    TradeWiring.class, //
})
public class MallWiring {}
