package hongli.web.mall;

import hongli.web.mall.goods.GoodsWiring;
import hongli.web.mall.merchant.MerchantWiring;
import hongli.web.mall.people.PeopleWiring;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All endpoints of the mall: each subject wires its own.
@Configuration(proxyBeanMethods = false)
@Import({
    GoodsWiring.class, //
    MerchantWiring.class, //
    PeopleWiring.class, //
})
public class MallWiring {}
